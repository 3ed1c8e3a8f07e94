package dev.remoteassistance.server.store;

/**
 * A report as it lies in the store.
 *
 * @param tenantId the tenant that sent it
 * @param id the payload's id
 * @param receivedAt server time of arrival in UTC, with microseconds
 * @param current whether it is the newest with its id in its tenant
 * @param payload the {@code remoteAssistanceReporting} object as JSON text
 */
public record StoredReport(String tenantId, String id, String receivedAt, boolean current, String payload) {}
