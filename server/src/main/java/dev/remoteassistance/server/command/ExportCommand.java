package dev.remoteassistance.server.command;

import dev.remoteassistance.server.FailedException;
import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.sql.ReportArchive;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints stored reports. */
@Command(
        name = "export",
        description = {
            "Prints stored reports in the order of their sequence: as JSON lines",
            "{sequence,tenantId,id,receivedAt,current,appId,userId,payload}, or as a table in CSV.",
            "It can run beside the server."
        })
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private ArchiveOption archive;

    @Option(
            names = "--after",
            paramLabel = "SEQUENCE",
            defaultValue = "0",
            description =
                    "Only reports after the one with this sequence. With the last sequence of an export, the next "
                            + "export misses no report. Default: all")
    private long after;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only reports that arrived at this time or later, such as 2026-11-24 (UTC) or "
                    + "2026-11-24T08:00:00+01:00. Default: all")
    private Optional<Instant> since = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Only reports that arrived before this time. Default: all")
    private Optional<Instant> until = Optional.empty();

    @Option(names = "--current", description = "Only the newest report of each id. Default: all")
    private boolean current;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "json for a line of JSON for each report; csv for a table that begins with the columns of "
                    + "Intune's export. Default: ${DEFAULT-VALUE}")
    private Format format;

    @Option(names = "--tenant", paramLabel = "ID", description = "Only reports of this tenant. Default: all")
    private Optional<String> tenant = Optional.empty();

    /** The formats in which reports are printed. */
    private enum Format {
        JSON,
        CSV
    }

    @Override
    public Integer call() throws Exception {
        try (ReportArchive reports = archive.open()) {
            // Unbuffered, System.out passes each write to the operating system.
            OutputStream buffered = new BufferedOutputStream(System.out, 1 << 16);
            if (format == Format.CSV) {
                CsvLine.writeHeaderTo(buffered);
            }
            reports.export(new ExportQuery(after, since, until, tenant), report -> {
                if (report.current() || !current) {
                    write(report, buffered);
                    requireWritten();
                }
            });
            buffered.flush();
            requireWritten();
        }
        return ExitCode.OK;
    }

    private void write(StoredReport report, OutputStream out) {
        switch (format) {
            case JSON -> report.writeTo(out);
            case CSV -> CsvLine.write(report, out);
        }
    }

    /** Ends the export at once if its reader has gone or the disk is full. */
    private static void requireWritten() {
        if (System.out.checkError()) {
            throw new FailedException("The reports cannot be written.");
        }
    }
}
