package dev.remoteassistance.server.store;

import dev.remoteassistance.server.store.sql.ReportArchive;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads what a store holds, from outside. */
public final class StoreReader {

    private StoreReader() {}

    /** Returns the reports that a query finds. */
    public static List<StoredReport> export(StoreLocation location, ExportQuery query) {
        try (ReportArchive archive = ReportArchive.open(location)) {
            List<StoredReport> reports = new ArrayList<>();
            archive.export(query, reports::add);
            return reports;
        }
    }

    /** Returns the rows that a statement in SQL selects, as text; SQL's NULL is the text {@code null}. */
    public static List<List<String>> rows(StoreLocation location, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(location.url());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
