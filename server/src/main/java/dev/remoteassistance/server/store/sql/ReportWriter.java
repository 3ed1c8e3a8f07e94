package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.commit.BatchWriter;
import dev.remoteassistance.server.store.row.ReportRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes reports by one connection, which it replaces when it is lost. */
final class ReportWriter implements BatchWriter {

    /** Class of the states in which the same transaction can succeed when it is tried again: deadlocks and the like. */
    private static final String ROLLED_BACK = "40";

    private static final int ATTEMPTS = 3;

    private final SqlDatabase database;
    private Connection connection;
    private SqlDatabase.Insertion insertion;

    ReportWriter(SqlDatabase database) {
        this.database = database;
    }

    /** Connects, so that the first report need not wait for it. */
    void open() throws SQLException {
        if (insertion == null) {
            connection = database.connectToWrite();
            insertion = database.prepareInsertion(connection);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>A transaction that fails is tried again where that can help: rows that are there already are left alone, so that
     * this is safe even if the failure was the answer to a commit, which may have gone through.
     */
    @Override
    public List<AppendOutcome> write(List<ReportRow> rows) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            boolean wasOpen = connection != null;
            try {
                open();
                return insertion.insert(rows);
            } catch (SQLException e) {
                close();
                if (attempt == ATTEMPTS || !(isRolledBack(e) || wasOpen && attempt == 1)) {
                    throw e;
                }
            } catch (RuntimeException | Error e) {
                close();
                throw e;
            }
        }
    }

    private static boolean isRolledBack(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith(ROLLED_BACK);
    }

    /** Whatever state the connection is in, a new one is in a good one. */
    @Override
    public void close() {
        Connection lost = connection;
        connection = null;
        insertion = null;
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
}
