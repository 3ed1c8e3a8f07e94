package dev.remoteassistance.server.store.row;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.Caller;
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
 */
public record ReportRow(
        String tenantId,
        String reportId,
        long idHash,
        byte[] digest,
        Instant receivedAt,
        String appId,
        String userId,
        String payload) {

    private static final int DIGEST_BYTES = 16;
    private static final byte SEPARATOR = 0;

    /**
     * Makes the row of a report.
     *
     * @param now when it arrived
     */
    public static ReportRow of(Caller caller, RemoteAssistanceReporting report, Instant now) {
        PayloadDocument document = PayloadDocument.of(report);
        return new ReportRow(
                caller.tenantId(),
                storable(report.getId()),
                idHash(caller.tenantId(), report.getId()),
                Arrays.copyOf(document.digest(), DIGEST_BYTES),
                now.truncatedTo(ChronoUnit.MICROS),
                caller.appId(),
                caller.userId(),
                document.json());
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
        return payload.length() + 512;
    }

    /** PostgreSQL has no character 0, and neither database half a character. */
    private static String storable(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) == 0 || Character.isSurrogate(id.charAt(i))) {
                return id.codePoints()
                        .map(point -> point == 0 || Character.getType(point) == Character.SURROGATE ? '\uFFFD' : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return id;
    }
}
