package dev.remoteassistance.server.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A report as it is stored.
 *
 * @param sequence its position in the order of the store, from 1 on, with gaps
 * @param tenantId the tenant that sent it
 * @param id the payload's id
 * @param receivedAt server time of arrival in UTC, with microseconds
 * @param current whether it is the newest of its tenant with this id, by the sequence
 * @param appId the application that sent it; null if its token named none
 * @param userId the user that sent it; null for an application on its own
 * @param payload the {@code remoteAssistanceReporting} object as JSON text
 */
public record StoredReport(
        long sequence,
        String tenantId,
        String id,
        String receivedAt,
        boolean current,
        String appId,
        String userId,
        String payload) {

    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    /**
     * Writes a JSON line {@code {sequence,tenantId,id,receivedAt,current,appId,userId,payload}}, in UTF-8.
     *
     * @throws UncheckedIOException if the stream cannot be written
     */
    public void writeTo(OutputStream stream) {
        try (JsonGenerator json = JSON.createGenerator(stream)) {
            json.writeStartObject();
            json.writeNumberField("sequence", sequence);
            json.writeStringField("tenantId", tenantId);
            json.writeStringField("id", id);
            json.writeStringField("receivedAt", receivedAt);
            json.writeBooleanField("current", current);
            json.writeStringField("appId", appId);
            json.writeStringField("userId", userId);
            json.writeFieldName("payload");
            json.writeRawValue(payload);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
