package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.option.KitCase;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** The result of a command of a kit that is packaged for no particular API. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = ContractKit.commandLine(KitCase.load());
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new CommandRun(line.execute(arguments), out.toString(), err.toString());
    }
}
