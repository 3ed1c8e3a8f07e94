package dev.remoteassistance.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.remoteassistance.server.config.DataDirectory;
import dev.remoteassistance.server.config.SettingsReader;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.SqliteReportStore;
import dev.remoteassistance.server.store.StoredReport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
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
            print(store, System.out);
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

    private static void print(ReportStore store, PrintStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setRootValueSeparator(null);
            store.export(report -> {
                try {
                    line(json, report);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        if (out.checkError()) {
            throw new FailedException("The reports cannot be written.");
        }
    }

    private static void line(JsonGenerator json, StoredReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("tenantId", report.tenantId());
        json.writeStringField("id", report.id());
        json.writeStringField("receivedAt", report.receivedAt());
        json.writeBooleanField("current", report.current());
        json.writeFieldName("payload");
        json.writeRawValue(report.payload());
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
