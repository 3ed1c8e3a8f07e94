package dev.remoteassistance.server.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time of arrival as text: UTC, with microseconds, so that it sorts as the times do. */
final class ReceivedAt {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

    private ReceivedAt() {}

    static String text(Instant time) {
        return MICROSECONDS.format(time);
    }
}
