package dev.remoteassistance.testing;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.time.Instant;

/**
 * A report that the test's server has stored.
 *
 * @param tenantId tenant of the token with which it was sent, in lower case
 * @param receivedAt when it arrived, by the server's clock
 * @param current whether it is the newest of its tenant with this id
 * @param payload the payload as it was sent, without loss
 */
public record ReceivedReport(String tenantId, Instant receivedAt, boolean current, RemoteAssistanceReporting payload) {}
