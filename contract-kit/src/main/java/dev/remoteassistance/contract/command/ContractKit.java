package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.gate.BaselineRelease;
import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.NoVerdictException;
import dev.remoteassistance.contract.replay.PreparationException;
import dev.remoteassistance.contract.verify.VerifyCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ListResourceBundle;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** The main class of the runnable jar. */
@Command(
        description = {"Judges contracts, their changes, the pacts of their consumers, and their providers.", ""},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class ContractKit {

    private ContractKit() {}

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        System.exit(run(writer(FileDescriptor.out), writer(FileDescriptor.err), arguments));
    }

    /** Runs a command like {@link #main}, but returns the exit code instead of ending the JVM. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        // Libraries must not print or send usage data: the command itself prints all messages.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("pact_do_not_track", "true");
        // Groovy is here for Pact alone; the command line would start it, which takes 150 ms.
        System.setProperty("picocli.disable.closures", "true");
        try {
            return commandLine(KitCase.load()).setOut(out).setErr(err).execute(arguments);
        } catch (Throwable failure) {
            // A failure here is no verdict on a contract or a server, so it must not look like one.
            err.println("The command broke off: " + failure);
            return ExitCode.USAGE;
        } finally {
            out.flush();
            err.flush();
        }
    }

    static CommandLine commandLine(KitCase kit) {
        CommandLine line = new CommandLine(new ContractKit());
        // Subcommands are added first, because the settings below apply only to those that are there.
        Stream.of(
                        new GateCommand(kit),
                        new ChangelogCommand(kit),
                        new LintCommand(kit),
                        new CheckCommand(kit),
                        new LedgerCommand(kit),
                        new MutantsCommand(kit),
                        new VerifyCommand(kit),
                        new BaselineRelease())
                .forEach(line::addSubcommand);
        line.setCommandName(kit.name())
                .setUsageHelpWidth(100)
                .setResourceBundle(words(kit))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(ContractKit::report);
        String version = ContractKit.class.getPackage().getImplementationVersion();
        String words = kit.name() + " " + (version == null ? "(unpackaged)" : version);
        line.getCommandSpec().version(words);
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().version(words));
        return line;
    }

    /** Returns a writer in UTF-8, because the console's charset may lack characters that pacts contain. */
    private static PrintWriter writer(FileDescriptor console) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(console), StandardCharsets.UTF_8), true);
    }

    /** Returns the texts of the help that depend on the case. */
    private static ListResourceBundle words(KitCase kit) {
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"default-state", kit.defaultState()}};
            }
        };
    }

    /** Prints the reason in one sentence. */
    private static int report(Exception exception, CommandLine command, ParseResult parsed) {
        boolean foreseen = exception instanceof NoVerdictException
                || exception instanceof PreparationException
                || exception instanceof UncheckedIOException
                || exception instanceof IllegalArgumentException;
        command.getErr().println(foreseen ? exception.getMessage() : "The command broke off: " + exception);
        return ExitCode.USAGE;
    }
}
