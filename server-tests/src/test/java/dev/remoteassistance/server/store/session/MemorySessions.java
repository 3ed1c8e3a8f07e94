package dev.remoteassistance.server.store.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.session.ColumnType;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.store.StoredReport;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sessions of an export, computed from the payloads' JSON without the code that the store uses. */
final class MemorySessions {

    static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private static final JsonMapper JSON = JsonPolicy.newMapper();

    private MemorySessions() {}

    /** A session's values: text, Long or Instant; without those that are not there. */
    record MemorySession(Map<SessionColumn, Object> values) {

        Object get(SessionColumn column) {
            return values.get(column);
        }

        boolean contains(String search) {
            if (search.isEmpty()) {
                return true;
            }
            List<String> texts = new ArrayList<>();
            texts.add(name(SessionColumn.HELPER_FIRST_NAME, SessionColumn.HELPER_LAST_NAME));
            texts.add(name(SessionColumn.SHARER_FIRST_NAME, SessionColumn.SHARER_LAST_NAME));
            for (SessionColumn column : List.of(
                    SessionColumn.HELPER_EMAIL,
                    SessionColumn.SHARER_EMAIL,
                    SessionColumn.HELPER_DEVICE_NAME,
                    SessionColumn.SHARER_DEVICE_NAME,
                    SessionColumn.SHARER_DEVICE_SERIAL_NUMBER)) {
                texts.add((String) get(column));
            }
            return texts.stream().anyMatch(text -> text != null && folded(text).contains(folded(search)));
        }

        boolean isActiveAt(Instant time) {
            Instant start = (Instant) get(SessionColumn.SESSION_START);
            Instant end = (Instant) get(SessionColumn.SESSION_END);
            return start != null && !start.isAfter(time) && (end == null || end.isAfter(time));
        }

        private String name(SessionColumn first, SessionColumn last) {
            if (get(first) == null || get(last) == null) {
                return (String) (get(first) == null ? get(last) : get(first));
            }
            return get(first) + " " + get(last);
        }

        private static String folded(String text) {
            StringBuilder folded = new StringBuilder();
            storable(text)
                    .replace('\u001F', '\uFFFD')
                    .codePoints()
                    .forEach(point -> folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(point))));
            return folded.toString();
        }
    }

    /** Returns the last report of each of a tenant's ids, in the order of their arrival. */
    static List<MemorySession> of(List<StoredReport> export, String tenantId, String appId, String userId) {
        Map<String, Integer> newest = new HashMap<>();
        for (int i = 0; i < export.size(); i++) {
            if (export.get(i).tenantId().equals(tenantId)) {
                newest.put(export.get(i).id(), i);
            }
        }
        return newest.values().stream()
                .sorted()
                .map(i -> session(export.get(i), appId, userId))
                .toList();
    }

    /** Returns the reports of one of a tenant's ids, as sessions, the newest first. */
    static List<MemorySession> history(
            List<StoredReport> export, String tenantId, String id, String appId, String userId) {
        List<MemorySession> reports = new ArrayList<>();
        for (StoredReport report : export) {
            if (report.tenantId().equals(tenantId) && report.id().equals(id)) {
                reports.add(0, session(report, appId, userId));
            }
        }
        return reports;
    }

    private static MemorySession session(StoredReport report, String appId, String userId) {
        JsonNode payload = json(report.payload());
        Map<SessionColumn, Object> values = new EnumMap<>(SessionColumn.class);
        for (SessionColumn column : SessionColumn.ofSession()) {
            column.property()
                    .map(payload::get)
                    .ifPresent(value -> values.put(column, value(column, value.textValue())));
        }
        JsonNode start = payload.get(RemoteAssistanceReporting.JSON_PROPERTY_START_DATE_TIME);
        JsonNode end = payload.get(RemoteAssistanceReporting.JSON_PROPERTY_END_DATE_TIME);
        if (start != null) {
            values.put(
                    SessionColumn.DATE,
                    ((Instant) values.get(SessionColumn.SESSION_START)).truncatedTo(ChronoUnit.DAYS));
        }
        if (start != null && end != null) {
            Instant from = instant(start.textValue());
            Instant to = instant(end.textValue());
            values.put(
                    SessionColumn.DATE_DIFFERENCE,
                    to.getEpochSecond() - from.getEpochSecond() - (to.getNano() < from.getNano() ? 1 : 0));
        }
        Object type = values.get(SessionColumn.SESSION_TYPE);
        if (type != null) {
            values.put(SessionColumn.ELEVATION, type.equals("elevation") ? 1L : 0L);
        }
        values.put(SessionColumn.REPORTED, instant(report.receivedAt()));
        values.put(SessionColumn.REPORTING_APP_ID, appId);
        if (userId != null) {
            values.put(SessionColumn.REPORTING_USER_ID, userId);
        }
        return new MemorySession(values);
    }

    /** Returns what a column holds of a text. */
    static Object value(SessionColumn column, String text) {
        if (column.type() != ColumnType.DATE_TIME) {
            return storable(text);
        }
        Instant instant = instant(text);
        return instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String storable(String text) {
        return text.replace('\0', '\uFFFD').replaceAll("[\\x{D800}-\\x{DFFF}]", "\uFFFD");
    }

    /** Null first; text by code points. */
    static int compare(Object a, Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        if (a instanceof String text) {
            return Arrays.compare(
                    text.codePoints().toArray(), ((String) b).codePoints().toArray());
        }
        return a instanceof Long number ? number.compareTo((Long) b) : ((Instant) a).compareTo((Instant) b);
    }

    static final Comparator<Object> VALUES = MemorySessions::compare;
}
