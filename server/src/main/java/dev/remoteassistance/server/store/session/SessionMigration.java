package dev.remoteassistance.server.store.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Makes the sessions of the reports that are stored already, a few at a time. Written in Java, because it reads
 * payloads.
 */
public final class SessionMigration implements JavaMigration {

    private static final int CHUNK = 500;

    private static final String CURRENT_REPORTS = """
        SELECT sequence, id_hash, tenant_id, %s
          FROM report
         WHERE NOT EXISTS (SELECT 1 FROM report newer
                            WHERE newer.id_hash = report.id_hash
                              AND newer.tenant_id = report.tenant_id
                              AND newer.sequence > report.sequence)
         ORDER BY sequence
        """.formatted(SessionRowReader.COLUMNS);

    private final SessionRowReader sessions;

    public SessionMigration(ArrivalReader arrival) {
        this.sessions = new SessionRowReader(arrival);
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (PreparedStatement select = connection.prepareStatement(CURRENT_REPORTS);
                PreparedStatement insert = connection.prepareStatement(SessionTable.INSERT)) {
            select.setFetchSize(CHUNK);
            int waiting = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    SessionTable.bind(
                            insert,
                            row.getString("tenant_id"),
                            row.getLong("id_hash"),
                            row.getLong("sequence"),
                            sessions.read(row, row.getString("payload")));
                    insert.addBatch();
                    if (++waiting == CHUNK) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
            }
            insert.executeBatch();
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("11");
    }

    @Override
    public String getDescription() {
        return "sessions of stored reports";
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
