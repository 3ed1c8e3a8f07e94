package dev.remoteassistance.testing;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.time.Instant;

/**
 * A report that the test's server has stored.
 *
 * @param tenantId tenant of the token that it came with, in lower case
 * @param receivedAt when it arrived, by the server's clock
 * @param current whether it is the newest with its id in its tenant
 * @param payload what was sent, without loss
 */
public record ReceivedReport(String tenantId, Instant receivedAt, boolean current, RemoteAssistanceReporting payload) {}
