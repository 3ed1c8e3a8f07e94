package dev.remoteassistance.benchmarks;

import dev.remoteassistance.benchmarks.compare.CompareCommand;
import dev.remoteassistance.benchmarks.compare.QuoteCommand;
import dev.remoteassistance.benchmarks.fault.FaultCommand;
import dev.remoteassistance.benchmarks.jmh.JmhCommand;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.read.ReadCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The main class of the runnable jar, with a command for each kind of measurement. */
@Command(
        name = "remote-assistance-benchmarks",
        description = "Measures the server, and tries it with faults. Run it in the project's folder.",
        subcommands = {
            CompareCommand.class,
            QuoteCommand.class,
            JmhCommand.class,
            FaultCommand.class,
            ReadCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = BenchmarkCommand.Version.class,
        scope = ScopeType.INHERIT)
public final class BenchmarkCommand {

    private BenchmarkCommand() {}

    public static void main(String[] arguments) {
        // Without this, the OAuth server logs every request.
        LogManager.getLogManager().reset();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new BenchmarkCommand())
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(BenchmarkCommand::report);
    }

    /** Prints in UTF-8, because the console's own charset may lack characters that are printed. */
    private static PrintWriter writer(FileDescriptor console) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(console), StandardCharsets.UTF_8), true);
    }

    /** Prints the reason of an expected failure as a sentence, and an unexpected one with its stack trace. */
    private static int report(Exception exception, CommandLine command, ParseResult parsed) {
        if (exception instanceof BenchmarkException) {
            command.getErr().println(exception.getMessage());
        } else {
            exception.printStackTrace(command.getErr());
        }
        return ExitCode.SOFTWARE;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = BenchmarkCommand.class.getPackage().getImplementationVersion();
            return new String[] {"remote-assistance-benchmarks " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
