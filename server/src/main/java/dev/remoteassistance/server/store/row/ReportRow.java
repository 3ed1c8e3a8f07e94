package dev.remoteassistance.server.store.row;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.session.ColumnText;
import dev.remoteassistance.server.session.SessionRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * A report as a row of the store.
 *
 * <p>Its key is {@code (idHash, digest)}. The key is short because databases store it twice, and still unique: two
 * reports with one key would need the same 64 bits of tenant and id, and the same 128 bits of payloads that hold the id
 * as well.
 *
 * @param tenantId the tenant that the report belongs to
 * @param reportId the payload's id, for people who read the table; the payload has the exact id
 * @param idHash 64 bits of the hash of tenant and id, the same for all amendments of a report
 * @param digest 128 bits of the hash of the content
 * @param receivedAt time of arrival, in microseconds
 * @param appId the application that reported; null if unknown
 * @param userId the user that reported; null for an application on its own
 * @param payload the payload as JSON text
 * @param session the payload's values of the session's columns
 */
public record ReportRow(
        String tenantId,
        String reportId,
        long idHash,
        byte[] digest,
        Instant receivedAt,
        String appId,
        String userId,
        String payload,
        SessionRow session) {

    private static final int DIGEST_BYTES = 16;
    private static final byte SEPARATOR = 0;

    /** Returns the row of a report that arrives now. */
    public static ReportRow of(Caller caller, RemoteAssistanceReporting report, Instant now) {
        PayloadDocument document = PayloadDocument.of(report);
        Instant receivedAt = now.truncatedTo(ChronoUnit.MICROS);
        return new ReportRow(
                caller.tenantId(),
                ColumnText.storable(report.getId()),
                idHash(caller.tenantId(), report.getId()),
                Arrays.copyOf(document.digest(), DIGEST_BYTES),
                receivedAt,
                caller.appId(),
                caller.userId(),
                document.json(),
                SessionRow.of(report, receivedAt, caller.appId(), caller.userId()));
    }

    /** Returns the hash of tenant and id. It must never change, because stored rows are found by it. */
    public static long idHash(String tenantId, String reportId) {
        var sha = PayloadDocument.sha256();
        sha.update(tenantId.getBytes(StandardCharsets.UTF_8));
        sha.update(SEPARATOR);
        // Hashes UTF-16 units: the platform's encoders would replace every unpaired surrogate with the same character.
        ByteBuffer id = ByteBuffer.allocate(reportId.length() * Character.BYTES);
        id.asCharBuffer().put(reportId);
        sha.update(id);
        return ByteBuffer.wrap(sha.digest()).getLong();
    }

    /** Returns roughly how much heap the row takes, in bytes. */
    public int weight() {
        return 2 * payload.length() + 1_024;
    }
}
