package dev.remoteassistance.client.session;

import dev.remoteassistance.model.RemoteAssistanceSessionColumn;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One row of a report: a session, or with {@code groupBy} all sessions that are equal in the selected columns. Get a
 * value by its column, or by the column's name, such as {@code Count} or the name of a column that a later server adds.
 * Unmodifiable.
 *
 * <p>All methods throw {@link IllegalArgumentException} if the row does not have the column, for example because it was
 * not selected. Messages name columns, never values.
 */
public final class SessionRow {

    private final Map<String, Object> values = new LinkedHashMap<>();

    SessionRow(Collection<String> columns, List<Object> values) {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "a row has %d values for %d columns".formatted(values.size(), columns.size()));
        }
        Iterator<Object> value = values.iterator();
        columns.forEach(column -> this.values.put(column, value.next()));
    }

    /**
     * Returns a text.
     *
     * @param column which one
     * @return empty if the session has none
     * @throws IllegalArgumentException also if the value is no text
     */
    public Optional<String> text(RemoteAssistanceSessionColumn column) {
        return text(column.getValue());
    }

    /**
     * Returns a text.
     *
     * @param column name of the column
     * @return empty if the session has none
     * @throws IllegalArgumentException also if the value is no text
     */
    public Optional<String> text(String column) {
        return value(column).map(value -> {
            if (value instanceof String text) {
                return text;
            }
            throw unlike(column, "text");
        });
    }

    /**
     * Returns a whole number.
     *
     * @param column which one
     * @return empty if the session has none
     * @throws IllegalArgumentException also if the value is no whole number of 64 bits
     */
    public OptionalLong number(RemoteAssistanceSessionColumn column) {
        return number(column.getValue());
    }

    /**
     * Returns a whole number.
     *
     * @param column name of the column
     * @return empty if the session has none
     * @throws IllegalArgumentException also if the value is no whole number of 64 bits
     */
    public OptionalLong number(String column) {
        Object value = values().get(present(column));
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value instanceof Integer || value instanceof Long) {
            return OptionalLong.of(((Number) value).longValue());
        }
        throw unlike(column, "a whole number of 64 bits");
    }

    /**
     * Returns a date-time.
     *
     * @param column which one
     * @return to the nanosecond; empty if the session has none
     * @throws IllegalArgumentException also if the value is no date-time with an offset
     */
    public Optional<Instant> dateTime(RemoteAssistanceSessionColumn column) {
        return dateTime(column.getValue());
    }

    /**
     * Returns a date-time.
     *
     * @param column name of the column
     * @return to the nanosecond; empty if the session has none
     * @throws IllegalArgumentException also if the value is no date-time with an offset
     */
    public Optional<Instant> dateTime(String column) {
        return text(column).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException quotesTheValue) {
                throw unlike(column, "a date-time with an offset");
            }
        });
    }

    /**
     * Returns all values by the names of their columns, in the order of the columns.
     *
     * @return as the server sent them: null, String, Boolean, Integer, Long, {@link BigInteger}, {@link
     *     java.math.BigDecimal}, or a List or Map of these
     */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    private Optional<Object> value(String column) {
        return Optional.ofNullable(values.get(present(column)));
    }

    private String present(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException(
                    "The report has no column %s; it has %s".formatted(column, values.keySet()));
        }
        return column;
    }

    private static IllegalArgumentException unlike(String column, String type) {
        return new IllegalArgumentException("The value in the column %s is not %s".formatted(column, type));
    }
}
