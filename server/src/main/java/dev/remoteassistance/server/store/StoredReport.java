package dev.remoteassistance.server.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A report as it lies in the store.
 *
 * @param tenantId the tenant that sent it
 * @param id the payload's id
 * @param receivedAt server time of arrival in UTC, with microseconds
 * @param current whether it is the newest with its id in its tenant
 * @param payload the {@code remoteAssistanceReporting} object as JSON text
 */
public record StoredReport(String tenantId, String id, String receivedAt, boolean current, String payload) {

    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    /**
     * Writes a JSON line {@code {tenantId,id,receivedAt,current,payload}}, in UTF-8.
     *
     * @throws UncheckedIOException if the stream cannot be written
     */
    public void writeTo(OutputStream stream) {
        try (JsonGenerator json = JSON.createGenerator(stream)) {
            json.writeStartObject();
            json.writeStringField("tenantId", tenantId);
            json.writeStringField("id", id);
            json.writeStringField("receivedAt", receivedAt);
            json.writeBooleanField("current", current);
            json.writeFieldName("payload");
            json.writeRawValue(payload);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
