package dev.remoteassistance.server.command;

import dev.remoteassistance.server.FailedException;
import dev.remoteassistance.server.store.ReportQuery;
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
            "Prints stored reports as JSON lines {tenantId,id,receivedAt,current,payload}, in the order of arrival.",
            "It can run beside the server."
        })
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private ArchiveOption archive;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only reports that arrived at this time or later, such as 2026-11-24 (UTC) or "
                    + "2026-11-24T08:00:00+01:00. Default: all")
    private Optional<Instant> since = Optional.empty();

    @Option(names = "--tenant", paramLabel = "ID", description = "Only reports of this tenant. Default: all")
    private Optional<String> tenant = Optional.empty();

    @Override
    public Integer call() throws Exception {
        try (ReportArchive reports = archive.open()) {
            // Unbuffered, System.out passes each write to the operating system.
            OutputStream buffered = new BufferedOutputStream(System.out, 1 << 16);
            reports.export(new ReportQuery(since, tenant), report -> report.writeTo(buffered));
            buffered.flush();
        }
        if (System.out.checkError()) {
            throw new FailedException("The reports cannot be written.");
        }
        return ExitCode.OK;
    }
}
