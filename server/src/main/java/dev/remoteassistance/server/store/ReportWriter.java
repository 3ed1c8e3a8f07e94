package dev.remoteassistance.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Writes reports in one transaction, by one connection, which it replaces when it is lost. For one thread. */
final class ReportWriter implements AutoCloseable {

    private static final String INSERT = """
            INSERT INTO report (id_hash, digest, tenant_id, report_id, received_at, app_id, user_id, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id_hash, digest) DO NOTHING
            """;

    /** Class of the states in which the same transaction can succeed when it is tried again: deadlocks and the like. */
    private static final String ROLLED_BACK = "40";

    private static final int ATTEMPTS = 3;

    private final SqlDatabase database;
    private Connection connection;
    private PreparedStatement insert;

    ReportWriter(SqlDatabase database) {
        this.database = database;
    }

    /**
     * Writes all or nothing.
     *
     * <p>A transaction that fails is tried again where that can help: rows that are there already are left alone, so that
     * this is safe even if the failure was the answer to a commit, which may have gone through.
     *
     * @return an outcome for each row, in their order
     * @throws SQLException if nothing is certain to be stored
     * @throws StoreUnavailableException likewise
     */
    List<AppendOutcome> write(List<ReportRow> rows) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            boolean wasOpen = connection != null;
            try {
                return Arrays.stream(transact(rows))
                        .mapToObj(count -> count == 1 ? AppendOutcome.STORED : AppendOutcome.REPEATED)
                        .toList();
            } catch (SQLException e) {
                giveUp();
                if (attempt == ATTEMPTS || !(isRolledBack(e) || wasOpen && attempt == 1)) {
                    throw e;
                }
            } catch (RuntimeException | Error e) {
                giveUp();
                throw e;
            }
        }
    }

    /** Connects, so that the first report need not wait for it. */
    void open() throws SQLException {
        if (connection == null) {
            connection = database.connectToWrite();
            insert = connection.prepareStatement(INSERT);
        }
    }

    private int[] transact(List<ReportRow> rows) throws SQLException {
        open();
        database.requireInPlace();
        if (rows.size() == 1) {
            // A statement alone is a transaction, and PostgreSQL is asked once instead of twice.
            set(rows.get(0));
            return new int[] {insert.executeUpdate()};
        }
        connection.setAutoCommit(false);
        for (ReportRow row : rows) {
            set(row);
            insert.addBatch();
        }
        int[] counts = insert.executeBatch();
        // Commits, and leaves no transaction open while there is nothing to write; SQLite would keep others out.
        connection.setAutoCommit(true);
        return counts;
    }

    private void set(ReportRow row) throws SQLException {
        insert.setLong(1, row.idHash());
        insert.setBytes(2, row.digest());
        insert.setString(3, row.tenantId());
        insert.setString(4, row.reportId());
        insert.setObject(5, database.parameter(row.receivedAt()));
        insert.setString(6, row.appId());
        insert.setString(7, row.userId());
        insert.setString(8, row.payload());
    }

    /** Called after the rows have been acknowledged. */
    void tidyUp() throws SQLException {
        if (connection != null) {
            database.committed(connection);
        }
    }

    private static boolean isRolledBack(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith(ROLLED_BACK);
    }

    /** Whatever state the connection is in, a new one is in a good one. */
    private void giveUp() {
        Connection lost = connection;
        connection = null;
        insert = null;
        if (lost != null) {
            try (lost) {
                if (!lost.getAutoCommit()) {
                    lost.rollback();
                }
            } catch (SQLException alreadyLost) {
                // Nothing of it is needed any more.
            }
        }
    }

    @Override
    public void close() {
        giveUp();
    }
}
