package dev.remoteassistance.contract.kit;

import dev.remoteassistance.contract.pact.PreparationException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ListResourceBundle;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** The main class of the runnable jar. */
public final class ContractKit {

    private ContractKit() {}

    public static void main(String[] arguments) {
        // Libraries keep quiet, and report to nobody: the command itself says what there is to say.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("pact_do_not_track", "true");
        LogManager.getLogManager().reset();
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            return commandLine(KitCase.load()).execute(arguments);
        } catch (LinkageError e) {
            // Says nothing of the target, so it must not look as if it did.
            System.err.println("The jar lacks something that this pact needs: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private static CommandLine commandLine(KitCase kit) {
        CommandLine line = new CommandLine(new ContractKitCommand(kit))
                .setCommandName(kit.name())
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .setUsageHelpWidth(100)
                .setResourceBundle(words(kit))
                .setExecutionExceptionHandler(ContractKit::report);
        String version = ContractKit.class.getPackage().getImplementationVersion();
        line.getCommandSpec().version(kit.name() + " " + (version == null ? "(unpackaged)" : version));
        return line;
    }

    /** The console's own charset may lack letters that pacts hold. */
    private static PrintWriter writer(FileDescriptor console) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(console), StandardCharsets.UTF_8), true);
    }

    /** What the help says of this case. */
    private static ListResourceBundle words(KitCase kit) {
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"default-state", kit.defaultState()}};
            }
        };
    }

    /** A person gets the reason in a sentence. */
    private static int report(Exception exception, CommandLine command, ParseResult parsed) {
        boolean foreseen = exception instanceof UnverifiableException
                || exception instanceof PreparationException
                || exception instanceof UncheckedIOException
                || exception instanceof IllegalArgumentException;
        command.getErr().println(foreseen ? exception.getMessage() : "the verification broke off: " + exception);
        return ExitCode.USAGE;
    }
}
