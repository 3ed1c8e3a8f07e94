package dev.remoteassistance.server.store.session;

import dev.remoteassistance.server.store.row.ReportRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Keeps the sessions of SQLite up to date, over the connection that writes reports. */
public final class SqliteSessions {

    /**
     * Finds the earlier report through the index of reports, in which it is next to the report that was just written.
     */
    private static final String DELETE_EARLIER = """
        DELETE FROM session
         WHERE tenant_id = ?1
           AND sequence IN (SELECT sequence FROM report
                             WHERE id_hash = ?2 AND tenant_id = ?1 AND sequence < last_insert_rowid())
        """;

    private static final String LAST_SEQUENCE = "SELECT last_insert_rowid()";

    private final PreparedStatement deleteEarlier;
    private final PreparedStatement lastSequence;
    private final PreparedStatement insert;

    public SqliteSessions(Connection writer) throws SQLException {
        this.deleteEarlier = writer.prepareStatement(DELETE_EARLIER);
        this.lastSequence = writer.prepareStatement(LAST_SEQUENCE);
        this.insert = writer.prepareStatement(SessionTable.INSERT);
    }

    /** Makes the report that was inserted last the current one of its session. */
    public void add(ReportRow row) throws SQLException {
        deleteEarlier.setString(1, row.tenantId());
        deleteEarlier.setLong(2, row.idHash());
        deleteEarlier.executeUpdate();
        try (var sequence = lastSequence.executeQuery()) {
            SessionTable.bind(insert, row.tenantId(), row.idHash(), sequence.getLong(1), row.session());
        }
        insert.executeUpdate();
    }
}
