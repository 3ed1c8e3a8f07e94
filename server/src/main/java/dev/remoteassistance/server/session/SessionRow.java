package dev.remoteassistance.server.session;

import static dev.remoteassistance.server.session.SessionColumn.*;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.RemoteAssistanceSessionType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a session, as its report describes it.
 *
 * @param values text, a {@link Long}, or the text of an instant as {@link ColumnText} writes it; columns that the
 *     report does not have are absent
 * @param searchText the text in which searches look, folded
 */
public record SessionRow(Map<SessionColumn, Object> values, String searchText) {

    /**
     * Reads a report.
     *
     * @param receivedAt when it arrived
     * @param appId the application that sent it; null if unknown
     * @param userId the user that sent it; null for an application on its own
     */
    public static SessionRow of(RemoteAssistanceReporting report, Instant receivedAt, String appId, String userId) {
        Map<SessionColumn, Object> values = new EnumMap<>(SessionColumn.class);
        for (SessionColumn column : SessionColumn.values()) {
            put(values, column, column.valueIn(report));
        }
        if (report.getStartDateTime() != null && report.getEndDateTime() != null) {
            // Computed from the exact instants: the columns may hold bounded ones.
            values.put(
                    DATE_DIFFERENCE,
                    Duration.between(report.getStartDateTime(), report.getEndDateTime())
                            .getSeconds());
        }
        values.put(REPORTED, ColumnText.of(receivedAt));
        put(values, REPORTING_APP_ID, appId);
        put(values, REPORTING_USER_ID, userId);
        return new SessionRow(values, searchText(values));
    }

    /**
     * Returns what a column shows in an answer. The derived columns are those that the table of sessions computes when
     * it is queried.
     *
     * @return text, a {@link Long}, or a date-time as text in UTC; null if the session has no value
     */
    public Object shown(SessionColumn column) {
        Object value = value(column);
        return value != null && column.type() == ColumnType.DATE_TIME ? ColumnText.shown((String) value) : value;
    }

    private Object value(SessionColumn column) {
        Object type = values.get(SESSION_TYPE);
        return switch (column) {
            case ATTRIBUTE -> type;
            case DATE -> values.get(SESSION_START) instanceof String start ? ColumnText.dayOf(start) : null;
            case ELEVATION ->
                type == null ? null : type.equals(RemoteAssistanceSessionType.ELEVATION.getValue()) ? 1L : 0L;
            default -> values.get(column);
        };
    }

    /** Puts text or a time into a column, in the form in which the column holds it. */
    private static void put(Map<SessionColumn, Object> values, SessionColumn column, Object value) {
        if (value != null) {
            values.put(
                    column,
                    value instanceof OffsetDateTime time
                            ? ColumnText.of(time.toInstant())
                            : ColumnText.storable(value.toString()));
        }
    }

    /** First and last names together, so that a full name is found. */
    private static String searchText(Map<SessionColumn, Object> values) {
        return Stream.of(
                        name(values.get(HELPER_FIRST_NAME), values.get(HELPER_LAST_NAME)),
                        values.get(HELPER_EMAIL),
                        values.get(HELPER_DEVICE_NAME),
                        name(values.get(SHARER_FIRST_NAME), values.get(SHARER_LAST_NAME)),
                        values.get(SHARER_EMAIL),
                        values.get(SHARER_DEVICE_NAME),
                        values.get(SHARER_DEVICE_SERIAL_NUMBER))
                .filter(Objects::nonNull)
                .map(text -> ColumnText.folded((String) text))
                .collect(Collectors.joining(String.valueOf(ColumnText.SEPARATOR)));
    }

    private static Object name(Object first, Object last) {
        return first == null ? last : last == null ? first : first + " " + last;
    }
}
