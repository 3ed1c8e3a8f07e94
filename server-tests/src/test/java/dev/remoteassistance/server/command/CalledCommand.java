package dev.remoteassistance.server.command;

import dev.remoteassistance.server.ServerJar;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Calls the command line in this JVM, which is cheaper than a process. The environment is that of the build. */
public final class CalledCommand {

    private CalledCommand() {}

    /** Returns the exit code that main would end the process with, and what the command printed. */
    public static ServerJar.Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = ServerCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new ServerJar.Result(exitCode, out.toString(), err.toString());
    }
}
