package dev.remoteassistance.contract.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles sources in this JVM, against the class path of the tests.
 *
 * @param classes folder for what is compiled
 * @param hidden packages of the class path that the sources do not see, without those below
 * @param options of the compiler
 */
public record SourceCompiler(Path classes, Set<String> hidden, List<String> options) {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /**
     * An error or a warning of the compiler.
     *
     * @param isError whether it is more than a warning
     * @param file where it is; empty if it is nowhere
     * @param message one line, with the file's name
     */
    public record Fault(boolean isError, Optional<Path> file, String message) {}

    /** Returns the errors, and the warnings that the options ask for. */
    public List<Fault> compile(Stream<Path> sources) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(found, null, null)) {
            List<String> all = Stream.concat(Stream.of("-proc:none", "-d", classes.toString()), options.stream())
                    .toList();
            boolean compiled = COMPILER.getTask(
                            null,
                            new VisibleClasses(files, hidden),
                            found,
                            all,
                            null,
                            files.getJavaFileObjectsFromPaths(sources.toList()))
                    .call();
            List<Fault> faults = found.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                    .map(diagnostic -> fault(files, diagnostic))
                    .toList();
            if (compiled == faults.stream().anyMatch(Fault::isError)) {
                throw new IllegalStateException("compiled is " + compiled + ", and the faults are " + faults);
            }
            return faults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fault fault(StandardJavaFileManager files, Diagnostic<? extends JavaFileObject> diagnostic) {
        Optional<Path> file = Optional.ofNullable(diagnostic.getSource()).map(files::asPath);
        String message =
                diagnostic.getMessage(Locale.ENGLISH).lines().findFirst().orElse("");
        return new Fault(
                diagnostic.getKind() == Diagnostic.Kind.ERROR,
                file,
                file.map(path -> "%s:[%d,%d] "
                                .formatted(
                                        path.getFileName(), diagnostic.getLineNumber(), diagnostic.getColumnNumber()))
                        .orElse("")
                        .concat(message));
    }

    /** The class path without hidden packages. */
    private static final class VisibleClasses extends ForwardingJavaFileManager<JavaFileManager> {

        private final Set<String> hidden;

        VisibleClasses(JavaFileManager files, Set<String> hidden) {
            super(files);
            this.hidden = hidden;
        }

        @Override
        public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
                throws IOException {
            return location == StandardLocation.CLASS_PATH && hidden.contains(packageName)
                    ? List.of()
                    : super.list(location, packageName, kinds, recurse);
        }
    }
}
