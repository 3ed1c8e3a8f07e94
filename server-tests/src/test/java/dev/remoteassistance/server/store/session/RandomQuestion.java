package dev.remoteassistance.server.store.session;

import dev.remoteassistance.server.session.ColumnType;
import dev.remoteassistance.server.session.QueryTexts;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.store.session.MemorySessions.MemorySession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/** A random query as text, together with its meaning, which is computed in memory. */
record RandomQuestion(QueryTexts texts, Condition condition, List<SessionColumn> columns, List<Key> keys) {

    /** A filter beside its meaning. */
    record Condition(String text, Predicate<MemorySession> holds) {}

    /** A sort key beside its meaning. */
    record Key(SessionColumn column, boolean isDescending) {}

    private static final List<String> SEARCHES = List.of(
            "A", "É", "%", "_", "\\", "'", " ", "b a", "😀", "\uD83D", "\u001F", "\0", "Σ", "I", "SS", "absent");

    static RandomQuestion of(Random random) {
        RandomReports values = new RandomReports(random);
        List<SessionColumn> columns = new ArrayList<>(SessionColumn.ofSession());
        Collections.shuffle(columns, random);
        boolean isGrouped = random.nextInt(4) == 0;
        columns = columns.subList(0, 1 + random.nextInt(isGrouped ? 3 : columns.size()));
        List<SessionColumn> sortable = new ArrayList<>(isGrouped ? columns : SessionColumn.ofSession());
        if (isGrouped) {
            sortable.add(SessionColumn.COUNT);
        }
        Collections.shuffle(sortable, random);
        List<Key> keys = sortable.stream()
                .limit(random.nextInt(4))
                .map(column -> new Key(column, random.nextBoolean()))
                .toList();
        Condition condition =
                random.nextInt(4) == 0 ? new Condition("", session -> true) : condition(values, random, 3);
        List<String> labels = columns.stream().map(SessionColumn::label).toList();
        QueryTexts texts = new QueryTexts(
                labels,
                random.nextInt(3) == 0 ? values.oneOf(SEARCHES) : "",
                isGrouped ? labels : List.of(),
                keys.stream()
                        .map(key -> key.column().label()
                                + (key.isDescending() ? " desc" : random.nextBoolean() ? " asc" : ""))
                        .toList(),
                random.nextInt(3) == 0 ? random.nextInt(12) : 0,
                values.oneOf(List.of(0, 1, 3, 7, 50)),
                condition.text());
        return new RandomQuestion(texts, condition, columns, keys);
    }

    private static Condition condition(RandomReports values, Random random, int depth) {
        switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 1: {
                Condition one = condition(values, random, depth - 1);
                return new Condition(
                        "not (%s)".formatted(one.text()), one.holds().negate());
            }
            case 2: {
                Condition one = condition(values, random, depth - 1);
                Condition other = condition(values, random, depth - 1);
                return new Condition(
                        "(%s) and (%s)".formatted(one.text(), other.text()),
                        one.holds().and(other.holds()));
            }
            case 3: {
                Condition one = condition(values, random, depth - 1);
                Condition other = condition(values, random, depth - 1);
                return new Condition(
                        "(%s or %s)".formatted(one.text(), other.text()),
                        one.holds().or(other.holds()));
            }
            default:
                return comparison(values, random);
        }
    }

    private static Condition comparison(RandomReports values, Random random) {
        SessionColumn column = values.oneOf(SessionColumn.ofSession());
        String literal = "null";
        Object value = null;
        if (random.nextInt(5) > 0 && column.type() == ColumnType.INT64) {
            value = values.oneOf(List.of(0L, 1L, -3_600L, 86_400L));
            literal = value.toString();
        } else if (random.nextInt(5) > 0) {
            String text = column == SessionColumn.REPORTED ? "2026-01-01T00:00:30Z" : values.value(column);
            value = MemorySessions.value(column, text);
            boolean isBare = column.type() == ColumnType.DATE_TIME && random.nextBoolean();
            literal = isBare ? text : "'" + text.replace("'", "''") + "'";
        }
        if (value instanceof String && column.type() == ColumnType.INT64) {
            value = null;
            literal = "null";
        }
        String operator = values.oneOf(List.of("eq", "ne", "gt", "ge", "lt", "le"));
        Object compared = value;
        return new Condition(
                "%s %s %s".formatted(column.label(), operator, literal),
                session -> holds(session.get(column), operator, compared));
    }

    private static boolean holds(Object value, String operator, Object compared) {
        int order = MemorySessions.compare(value, compared);
        boolean isOrdered = value != null && compared != null;
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> isOrdered && order > 0;
            case "ge" -> isOrdered && order >= 0;
            case "lt" -> isOrdered && order < 0;
            default -> isOrdered && order <= 0;
        };
    }

    boolean isGrouped() {
        return !texts.groupBy().isEmpty();
    }

    /** Returns the sessions that the question is about. */
    List<MemorySession> found(List<MemorySession> sessions) {
        return sessions.stream()
                .filter(condition.holds())
                .filter(session -> session.contains(texts.search()))
                .toList();
    }

    /** Computes all rows of the answer, on whatever page they are. */
    List<List<Object>> answer(List<MemorySession> sessions) {
        List<MemorySession> found = found(sessions);
        return isGrouped() ? groups(found) : rows(found);
    }

    /** Returns the question as the body of a request. */
    Map<String, Object> body() {
        return Map.of(
                "select", texts.select(),
                "search", texts.search(),
                "groupBy", texts.groupBy(),
                "orderBy", texts.orderBy(),
                "skip", texts.skip(),
                "top", texts.top(),
                "filter", texts.filter());
    }

    /** Returns the question as the body of a request to a monitor. */
    Map<String, Object> monitorBody() {
        return Map.of("search", texts.search(), "filter", texts.filter(), "top", texts.top());
    }

    private List<List<Object>> rows(List<MemorySession> found) {
        Comparator<MemorySession> order = (a, b) -> 0;
        for (Key key : keys) {
            Comparator<MemorySession> byKey =
                    Comparator.comparing(session -> session.get(key.column()), MemorySessions.VALUES);
            order = order.thenComparing(key.isDescending() ? byKey.reversed() : byKey);
        }
        return found.stream()
                .sorted(order)
                .map(session -> shown(columns.stream().map(session::get).toList()))
                .toList();
    }

    private List<List<Object>> groups(List<MemorySession> found) {
        Map<List<Object>, Long> counts = new LinkedHashMap<>();
        for (MemorySession session : found) {
            List<Object> group = new ArrayList<>();
            columns.forEach(column -> group.add(session.get(column)));
            counts.merge(group, 1L, Long::sum);
        }
        List<List<Object>> rows = new ArrayList<>();
        counts.forEach((group, count) -> {
            List<Object> row = new ArrayList<>(group);
            row.add(count);
            rows.add(row);
        });
        Comparator<List<Object>> order = (a, b) -> 0;
        for (Key key : keys) {
            int index = key.column() == SessionColumn.COUNT ? columns.size() : columns.indexOf(key.column());
            Comparator<List<Object>> byKey = Comparator.comparing(row -> row.get(index), MemorySessions.VALUES);
            order = order.thenComparing(key.isDescending() ? byKey.reversed() : byKey);
        }
        for (int i = 0; i < columns.size(); i++) {
            int index = i;
            order = order.thenComparing(Comparator.comparing(row -> row.get(index), MemorySessions.VALUES));
        }
        rows.sort(order);
        return rows.stream().map(RandomQuestion::shown).toList();
    }

    static List<Object> shown(List<Object> values) {
        List<Object> row = new ArrayList<>();
        values.forEach(value -> row.add(value instanceof Instant instant ? instant.toString() : value));
        return row;
    }
}
