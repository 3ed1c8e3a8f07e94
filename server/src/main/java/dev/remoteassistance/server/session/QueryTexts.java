package dev.remoteassistance.server.session;

import dev.remoteassistance.model.HistoryQuery;
import dev.remoteassistance.model.MonitorQuery;
import dev.remoteassistance.model.RemoteAssistanceSessionColumn;
import dev.remoteassistance.model.ReportQuery;
import dev.remoteassistance.server.session.SessionQuery.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query as its author writes it. A part that is null or empty counts as absent.
 *
 * @param select names of columns; without them all
 * @param search see {@link SessionQuery#search()}
 * @param groupBy the same names as in {@code select}; or none
 * @param orderBy {@code Column}, {@code Column asc} or {@code Column desc}
 * @param skip how many rows to leave out; null for 0
 * @param top maximum number of rows in the answer; null for {@value SessionQuery#DEFAULT_TOP}
 * @param filter comparisons of columns by {@code eq ne gt ge lt le}, combined by {@code and or not ( )}
 */
public record QueryTexts(
        List<String> select,
        String search,
        List<String> groupBy,
        List<String> orderBy,
        Integer skip,
        Integer top,
        String filter) {

    /** Returns what the body of a question says. */
    public static QueryTexts of(ReportQuery body) {
        return new QueryTexts(
                labels(body.getSelect()),
                body.getSearch(),
                labels(body.getGroupBy()),
                body.getOrderBy(),
                body.getSkip(),
                body.getTop(),
                body.getFilter());
    }

    public static QueryTexts of(HistoryQuery body) {
        return new QueryTexts(labels(body.getSelect()), null, null, null, body.getSkip(), body.getTop(), null);
    }

    public static QueryTexts of(MonitorQuery body) {
        return new QueryTexts(null, body.getSearch(), null, null, null, null, body.getFilter());
    }

    private static List<String> labels(List<RemoteAssistanceSessionColumn> columns) {
        return columns == null
                ? null
                : columns.stream().map(RemoteAssistanceSessionColumn::getValue).toList();
    }

    /**
     * Reads the query. It selects sessions of this tenant only, whatever its parts say.
     *
     * @throws QueryException if it cannot be read, or breaks a rule
     */
    public SessionQuery read(String tenantId) {
        List<SessionColumn> selected = columns("select", select);
        List<SessionColumn> grouped = columns("groupBy", groupBy);
        if (!grouped.isEmpty() && !grouped.equals(selected)) {
            throw QueryException.of("groupBy", "must be equal to select");
        }
        return new SessionQuery(
                tenantId,
                selected.isEmpty() ? SessionColumn.ofSession() : selected,
                search == null ? "" : search,
                !grouped.isEmpty(),
                sortKeys(),
                Optional.empty(),
                skip == null ? 0 : skip,
                top == null ? SessionQuery.DEFAULT_TOP : top,
                filter == null || filter.isBlank() ? Optional.empty() : Optional.of(FilterReader.read(filter)));
    }

    private static List<SessionColumn> columns(String target, List<String> labels) {
        List<SessionColumn> columns = new ArrayList<>();
        if (labels != null) {
            for (String label : bounded(target, labels, QueryLimits.MAX_SELECTED)) {
                columns.add(column(target + "/" + columns.size(), label));
            }
        }
        return columns;
    }

    private List<SortKey> sortKeys() {
        List<SortKey> keys = new ArrayList<>();
        if (orderBy != null) {
            for (String text : bounded("orderBy", orderBy, QueryLimits.MAX_KEYS)) {
                String target = "orderBy/" + keys.size();
                String[] words = text == null ? new String[0] : text.strip().split("\\s+", -1);
                boolean isDescending = words.length == 2 && words[1].equals("desc");
                if (words.length != 1 && !isDescending && !(words.length == 2 && words[1].equals("asc"))) {
                    throw QueryException.of(target, "must be a column, alone or with asc or desc");
                }
                keys.add(new SortKey(column(target, words[0]), isDescending));
            }
        }
        return keys;
    }

    private static List<String> bounded(String target, List<String> texts, int most) {
        if (texts.size() > most) {
            throw QueryException.of(target, "must have at most %d entries".formatted(most));
        }
        return texts;
    }

    private static SessionColumn column(String target, String label) {
        return SessionColumn.labelled(label)
                .orElseThrow(() -> QueryException.of(target, "must be a column, written as the schema writes it"));
    }
}
