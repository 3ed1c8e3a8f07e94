package dev.remoteassistance.client.session;

import dev.remoteassistance.model.Report;
import dev.remoteassistance.model.ReportColumn;
import dev.remoteassistance.model.ReportPropertyType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One page of a report of sessions. Unmodifiable. */
public final class SessionPage {

    private final long totalRowCount;
    private final Map<String, ReportPropertyType> columns;
    private final List<SessionRow> rows;

    private SessionPage(long totalRowCount, Map<String, ReportPropertyType> columns, List<SessionRow> rows) {
        this.totalRowCount = totalRowCount;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Returns the page that a report holds. The client calls this; reports from elsewhere can be read with it too.
     *
     * @param report the report, null if there was none; copied
     * @return its page
     * @throws IllegalArgumentException if a required property is missing, a column has no name or the name of another
     *     column, or a row does not have one value for each column
     */
    public static SessionPage of(Report report) {
        if (report == null) {
            throw new IllegalArgumentException("it is null");
        }
        Map<String, ReportPropertyType> columns = new LinkedHashMap<>();
        for (ReportColumn column : required(report.getSchema(), Report.JSON_PROPERTY_SCHEMA)) {
            String name = required(
                    required(column, Report.JSON_PROPERTY_SCHEMA).getColumn(), ReportColumn.JSON_PROPERTY_COLUMN);
            if (columns.containsKey(name)) {
                throw new IllegalArgumentException("a column appears twice");
            }
            columns.put(name, required(column.getPropertyType(), ReportColumn.JSON_PROPERTY_PROPERTY_TYPE));
        }
        List<SessionRow> rows = new ArrayList<>();
        for (List<Object> values : required(report.getValues(), Report.JSON_PROPERTY_VALUES)) {
            rows.add(new SessionRow(columns.keySet(), required(values, Report.JSON_PROPERTY_VALUES)));
        }
        return new SessionPage(
                required(report.getTotalRowCount(), Report.JSON_PROPERTY_TOTAL_ROW_COUNT),
                Collections.unmodifiableMap(columns),
                Collections.unmodifiableList(rows));
    }

    private static <T> T required(T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing, or null in part");
        }
        return value;
    }

    /**
     * Returns how many rows there are on all pages.
     *
     * @return at least 0
     */
    public long totalRowCount() {
        return totalRowCount;
    }

    /**
     * Returns the types of the columns by name, in the order of the columns.
     *
     * @return not null; types of a later server are kept ({@link ReportPropertyType#isKnown()})
     */
    public Map<String, ReportPropertyType> columns() {
        return columns;
    }

    /**
     * Returns the rows of this page.
     *
     * @return not null, in the server's order
     */
    public List<SessionRow> rows() {
        return rows;
    }
}
