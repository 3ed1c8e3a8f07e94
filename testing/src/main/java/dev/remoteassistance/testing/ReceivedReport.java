package dev.remoteassistance.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.store.StoredReport;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A report that the test's server has stored.
 *
 * @param tenantId tenant of the token with which it was sent, in lower case
 * @param receivedAt when it arrived, by the server's clock
 * @param current whether it is the newest of its tenant with this id
 * @param payload the payload as it was sent, without loss
 */
public record ReceivedReport(String tenantId, Instant receivedAt, boolean current, RemoteAssistanceReporting payload) {

    private static final ObjectReader PAYLOAD = JsonPolicy.newMapper().readerFor(RemoteAssistanceReporting.class);

    static ReceivedReport of(StoredReport stored) {
        try {
            return new ReceivedReport(
                    stored.tenantId(),
                    Instant.parse(stored.receivedAt()),
                    stored.current(),
                    PAYLOAD.readValue(stored.payload()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
