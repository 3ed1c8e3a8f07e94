package dev.remoteassistance.server.command;

import static dev.remoteassistance.server.session.SessionColumn.*;

import dev.remoteassistance.server.FailedException;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.session.output.CsvWriter;
import dev.remoteassistance.server.session.output.JsonLinesWriter;
import dev.remoteassistance.server.session.output.PageWriter;
import dev.remoteassistance.server.session.output.TableWriter;
import dev.remoteassistance.server.store.sql.ReportArchive;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the sessions of a tenant. */
@Command(
        name = "report",
        description = {
            "Prints the sessions of a tenant: a row for each, with what its current report says.",
            "It can run beside the server. docs/sessions.md lists the columns."
        })
final class ReportCommand implements Callable<Integer> {

    /** The columns that are most useful to people and fit a terminal of usual width. */
    private static final List<String> OF_TABLE = Stream.of(
                    SESSION_START, DATE_DIFFERENCE, SESSION_TYPE, HELPER_EMAIL, SHARER_EMAIL, SHARER_DEVICE_NAME)
            .map(SessionColumn::label)
            .toList();

    private enum Format {
        TABLE,
        CSV,
        JSON
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ArchiveOption archive;

    @Mixin
    private QueryOptions options;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: table")
    private Format format = Format.TABLE;

    @Override
    public Integer call() throws Exception {
        SessionQuery query = options.query(format == Format.TABLE ? OF_TABLE : List.of());
        try (ReportArchive reports = archive.open()) {
            // Buffered, because System.out passes each write to the operating system. It is not closed here.
            Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16);
            PageWriter pages = writer(out);
            SessionPage page = reports.sessions(query);
            long printed = print(page, pages, out);
            long total = page.total().orElseThrow();
            while (options.isAll() && page.rows().size() == query.top()) {
                page = reports.sessions(query.after(page.last().orElseThrow()));
                printed += print(page, pages, out);
            }
            if (format == Format.TABLE) {
                spec.commandLine().getErr().printf("%d of %d sessions%n", printed, Math.max(printed, total));
            }
        }
        return ExitCode.OK;
    }

    private PageWriter writer(Writer out) {
        return switch (format) {
            case TABLE ->
                new TableWriter(out, spec.usageMessage().autoWidth(true).width());
            case CSV -> new CsvWriter(out);
            case JSON -> new JsonLinesWriter(out);
        };
    }

    /** Stops if the reader has gone. */
    private static int print(SessionPage page, PageWriter pages, Writer out) throws IOException {
        pages.write(page);
        out.flush();
        if (System.out.checkError()) {
            throw new FailedException("The sessions cannot be written.");
        }
        return page.rows().size();
    }
}
