package dev.remoteassistance.server.store.database;

import dev.remoteassistance.server.store.row.PayloadDocument;
import dev.remoteassistance.server.store.row.ReportRow;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.sqlite.Function;

/** Gives all reports their short key, and changes nothing else. Written in Java, because SQLite has no SHA-256. */
final class SqliteShortKeyMigration implements JavaMigration {

    private static final String[] STEPS = {
        """
        CREATE TABLE report_with_short_key (
            sequence    INTEGER PRIMARY KEY AUTOINCREMENT, -- order of arrival
            id_hash     INTEGER NOT NULL,                  -- 64 bits of tenant and id
            digest      BLOB NOT NULL,                     -- 128 bits of the payload's SHA-256
            tenant_id   TEXT NOT NULL,                     -- from the access token
            report_id   TEXT NOT NULL,                     -- the payload's id, for readers of this table
            received_at TEXT NOT NULL,                     -- server time, UTC, microseconds
            app_id      TEXT,                              -- the application that reported
            user_id     TEXT,                              -- the user that reported; null for an application on its own
            payload     TEXT NOT NULL,                     -- remoteAssistanceReporting as JSON
            UNIQUE (id_hash, digest)
        ) STRICT
        """, """
        INSERT INTO report_with_short_key
        SELECT sequence, id_hash(tenant_id, payload), substr(digest, 1, 16),
               tenant_id, report_id, received_at, app_id, user_id, payload
          FROM report
         ORDER BY sequence
        """, "DROP TABLE report", "ALTER TABLE report_with_short_key RENAME TO report"
    };

    @Override
    public void migrate(Context context) throws SQLException {
        Function.create(context.getConnection(), "id_hash", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                result(ReportRow.idHash(value_text(0), PayloadDocument.idOf(value_text(1))));
            }
        });
        try (Statement statement = context.getConnection().createStatement()) {
            for (String step : STEPS) {
                statement.execute(step);
            }
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("2");
    }

    @Override
    public String getDescription() {
        return "short key";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
