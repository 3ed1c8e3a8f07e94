package dev.remoteassistance.server;

import dev.remoteassistance.server.config.DataDirectory;
import dev.remoteassistance.server.config.SettingsReader;
import dev.remoteassistance.server.store.ReportExport;
import dev.remoteassistance.server.store.ReportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.SqliteReportStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints everything that is stored. */
@Command(
        name = "export",
        description = {
            "Prints all stored reports as JSON lines {tenantId,id,receivedAt,current,payload}, in the order of arrival.",
            "It can run beside the server."
        })
final class ExportCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory of the development server. Default: the store that the settings name")
    private Path data;

    @Mixin
    private ConfigOption config;

    @Override
    public Integer call() throws Exception {
        try (ReportStore store = SqliteReportStore.openExisting(url(), ServerCommand.clock())) {
            new ReportExport(store).writeTo(System.out, ReportQuery.ALL);
        }
        if (System.out.checkError()) {
            throw new FailedException("The reports cannot be written.");
        }
        return picocli.CommandLine.ExitCode.OK;
    }

    private String url() {
        if (data == null) {
            return new SettingsReader(System.getenv()).readStore(config.file()).url();
        }
        DataDirectory directory = new DataDirectory(data);
        if (!Files.exists(directory.reports())) {
            throw new FailedException("There are no reports in %s.".formatted(directory.path()));
        }
        return directory.storeUrl();
    }
}
