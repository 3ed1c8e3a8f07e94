package dev.remoteassistance.contract.jar;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * The kit's jar, with all its classes, in this JVM. A process for each command line would read these classes anew, which takes most of
 * the time; what only a process shows, such as what libraries write to its streams, {@link RunnableJar#KIT} does.
 */
final class LoadedKit {

    private static final Method RUN = run();

    private LoadedKit() {}

    static RunnableJar.Result run(String... arguments) throws ReflectiveOperationException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Thread thread = Thread.currentThread();
        ClassLoader tests = thread.getContextClassLoader();
        // Libraries find their services through this class loader.
        thread.setContextClassLoader(RUN.getDeclaringClass().getClassLoader());
        try {
            Object exitCode = RUN.invoke(null, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
            return new RunnableJar.Result((int) exitCode, out.toString(), err.toString());
        } finally {
            thread.setContextClassLoader(tests);
        }
    }

    /** Returns the method from a loader that sees the jar and the JDK, and nothing of these tests. */
    private static Method run() {
        try {
            URL jar = RunnableJar.KIT.file().toUri().toURL();
            return new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())
                    .loadClass("dev.remoteassistance.contract.command.ContractKit")
                    .getMethod("run", PrintWriter.class, PrintWriter.class, String[].class);
        } catch (IOException | ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
