package dev.remoteassistance.server.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes stored reports as JSON lines: {@code {tenantId,id,receivedAt,current,payload}}. */
public final class ReportExport {

    private final ReportSource source;

    public ReportExport(ReportSource source) {
        this.source = source;
    }

    /** Writes the reports that a query asks for, in the order of their arrival, UTF-8, and leaves the stream open. */
    public void writeTo(OutputStream stream, ReportQuery query) throws IOException {
        JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (JsonGenerator json = factory.createGenerator(stream)) {
            json.setRootValueSeparator(null);
            source.export(query, report -> write(json, report));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(JsonGenerator json, StoredReport report) {
        try {
            json.writeStartObject();
            json.writeStringField("tenantId", report.tenantId());
            json.writeStringField("id", report.id());
            json.writeStringField("receivedAt", report.receivedAt());
            json.writeBooleanField("current", report.current());
            json.writeFieldName("payload");
            json.writeRawValue(report.payload());
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
