package dev.remoteassistance.server.command;

import dev.remoteassistance.server.FailedException;
import dev.remoteassistance.server.config.Conversion;
import dev.remoteassistance.server.config.SettingsException;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.dev.DevCommand;
import dev.remoteassistance.server.dev.IssuerCommand;
import dev.remoteassistance.server.dev.TokenCommand;
import dev.remoteassistance.server.session.ColumnText;
import dev.remoteassistance.server.store.StoreUnavailableException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The root of the command line: its commands, its conversions of options, and the report of a failure. */
@Command(
        name = "remote-assistance-server",
        description = "Takes the reports that Microsoft Graph's reportRemoteAssistance takes.",
        subcommands = {
            DevCommand.class,
            ServeCommand.class,
            TokenCommand.class,
            IssuerCommand.class,
            MigrateCommand.class,
            ExportCommand.class,
            ReportCommand.class,
            PurgeCommand.class
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; the reason is on the error output",
            "2:the command line or the settings are wrong; nothing was done"
        })
public final class ServerCommand {

    /** Ten years. A longer value is a typing error. */
    private static final Duration MAX_DURATION = Duration.ofDays(3_660);

    private ServerCommand() {}

    public static void main(String[] arguments) {
        // The console's own charset may lack characters that reports contain.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(commandLine().execute(arguments));
    }

    /** Returns the command line, for main and for tests. */
    static CommandLine commandLine() {
        CommandLine root = new CommandLine(new ServerCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, ServerCommand::duration)
                .registerConverter(Instant.class, ServerCommand::instant)
                .setExecutionExceptionHandler(ServerCommand::report);
        // Set in code: with the annotation, picocli would read the contract once for each command.
        IVersionProvider version = new Version();
        root.getCommandSpec().versionProvider(version);
        root.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(version));
        return root;
    }

    private static Duration duration(String text) {
        try {
            return Conversion.durationBetween(MAX_DURATION.negated(), MAX_DURATION)
                    .apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("it " + e.getMessage());
        }
    }

    private static Instant instant(String text) {
        try {
            return ColumnText.instant(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'%s' is no date or time in ISO 8601, such as 2026-11-24 or 2026-11-24T08:00:00Z".formatted(text));
        }
    }

    /** Prints the reason of an expected failure as a sentence. Logs an unexpected one with its stack trace. */
    private static int report(Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
        if (exception instanceof SettingsException) {
            command.getErr().println("The settings are wrong:");
            command.getErr().println(exception.getMessage());
            return ExitCode.USAGE;
        }
        if (exception instanceof FailedException) {
            command.getErr().println(exception.getMessage());
        } else if (exception instanceof StoreUnavailableException) {
            command.getErr()
                    .println(exception.getMessage()
                            + (exception.getCause() == null
                                    ? ""
                                    : ": " + exception.getCause().getMessage()));
        } else {
            // Not in a field, since most commands need no log, which takes a while to start.
            LoggerFactory.getLogger(ServerCommand.class).error("The command failed unexpectedly", exception);
        }
        return ExitCode.SOFTWARE;
    }

    /** Returns the versions of the build and of the contract, which differ. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String build = ServerCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "remote-assistance-server " + (build == null ? "(unpackaged)" : build),
                "contract " + Contract.load().version()
            };
        }
    }
}
