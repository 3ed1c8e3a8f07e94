package dev.remoteassistance.server.store.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.RemoteAssistanceSessionType;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.session.ColumnType;
import dev.remoteassistance.server.session.SessionColumn;
import java.util.List;
import java.util.Random;

/** Random reports of a few sessions, with values that databases and programming languages often treat differently. */
final class RandomReports {

    static final List<String> TEXTS = List.of(
            "a",
            "A",
            "b",
            "ab",
            "é",
            "É",
            "ß",
            "ı",
            "z",
            "",
            " ",
            "%",
            "_",
            "\\",
            "'",
            "''",
            "a\nb",
            "null",
            "10",
            "9",
            "\uFFFD",
            "\uE000",
            "\uFFFF",
            "😀",
            "𝒜",
            "\uD83D",
            "a\0b",
            "\u001F",
            "Σ",
            "ς",
            "x) or (1 eq 1");

    static final List<String> TIMES = List.of(
            "2026-11-24T08:00:00Z",
            "2026-11-24T09:00:00+01:00",
            "2026-11-24T08:00:00.000000001Z",
            "2026-11-24T08:00:00.123456789Z",
            "2026-11-24T08:00:00.1234567+01:00",
            "2026-11-23T23:59:59.999999999-18:00",
            "2026-11-24T00:00:00Z",
            "1969-12-31T23:59:59.5Z",
            "0000-01-01T00:00:00+18:00",
            "9999-12-31T23:59:59.999999999-18:00");

    private static final List<String> TYPES =
            List.of("inventedLater", RemoteAssistanceSessionType.ELEVATION.getValue(), "viewOnly", "Elevation");

    private static final JsonMapper JSON = JsonPolicy.newMapper();

    private final Random random;

    RandomReports(Random random) {
        this.random = random;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Each property is there in one report of two. */
    RemoteAssistanceReporting next() {
        ObjectNode payload = JSON.createObjectNode();
        for (SessionColumn column : SessionColumn.ofSession()) {
            if (column.property().isPresent() && random.nextBoolean()) {
                payload.put(column.property().get(), value(column));
            }
        }
        payload.put(RemoteAssistanceReporting.JSON_PROPERTY_ID, "id-" + random.nextInt(40));
        payload.put("inventedLater", random.nextInt(3));
        try {
            return JSON.treeToValue(payload, RemoteAssistanceReporting.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns text for a column that shows a property. */
    String value(SessionColumn column) {
        return switch (column) {
            case ATTRIBUTE, SESSION_TYPE -> oneOf(TYPES);
            case SESSION_ID -> "id-" + random.nextInt(40);
            default -> oneOf(column.type() == ColumnType.DATE_TIME ? TIMES : TEXTS);
        };
    }
}
