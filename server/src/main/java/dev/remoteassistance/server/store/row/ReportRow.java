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
 * A report on its way to the store.
 *
 * <p>{@code (idHash, digest)} is its key: short, since databases keep it twice, and enough. Two reports with one key would
 * need the same 64 bits of tenant and id and the same 128 bits of a payload that holds the id as well.
 *
 * @param tenantId whose report it is
 * @param reportId the payload's id, readable for whoever looks into the table; the payload has it to the letter
 * @param idHash 64 bits of tenant and id, the same for all amendments of a report
 * @param digest 128 bits of the content
 * @param receivedAt time of arrival, in microseconds
 * @param appId the application that reported; null if unknown
 * @param userId the user that reported; null for an application on its own
 * @param payload the payload as JSON text
 * @param session what the payload says of its session
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

    /**
     * Makes the row of a report.
     *
     * @param now when it arrived
     */
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

    /** Stable for ever: stored rows are found again by it. */
    public static long idHash(String tenantId, String reportId) {
        var sha = PayloadDocument.sha256();
        sha.update(tenantId.getBytes(StandardCharsets.UTF_8));
        sha.update(SEPARATOR);
        // Character by character: the encoders of the platform replace halves of characters, all by the same one.
        ByteBuffer id = ByteBuffer.allocate(reportId.length() * Character.BYTES);
        id.asCharBuffer().put(reportId);
        sha.update(id);
        return ByteBuffer.wrap(sha.digest()).getLong();
    }

    /** How much of the heap it takes, by and large. */
    public int weight() {
        return 2 * payload.length() + 1_024;
    }
}
