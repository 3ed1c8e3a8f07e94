package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportRefusedException;
import dev.remoteassistance.server.store.commit.BatchWriter;
import dev.remoteassistance.server.store.database.SqlDatabase;
import dev.remoteassistance.server.store.row.ReportRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Writes reports over one connection, and replaces the connection when it is lost. */
final class ReportWriter implements BatchWriter {

    /** Class of the SQL states after which a retry of the transaction can succeed, such as deadlocks. */
    private static final String ROLLED_BACK = "40";

    /** Class of the SQL states of an unacceptable value. */
    private static final String DATA = "22";

    private static final int ATTEMPTS = 3;

    private final SqlDatabase database;
    private Connection connection;
    private SqlDatabase.Insertion insertion;

    ReportWriter(SqlDatabase database) {
        this.database = database;
    }

    /** Connects to the database, so that the first report need not wait for that. */
    void open() throws SQLException {
        if (insertion == null) {
            connection = database.connectToWrite();
            insertion = database.prepareInsertion(connection);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Retries a failed transaction if a retry can help. Rows that are stored already are left alone, so a retry is
     * safe even if the commit failed on the way back and had in fact succeeded.
     */
    @Override
    public List<AppendOutcome> write(List<ReportRow> rows) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            boolean wasOpen = connection != null;
            try {
                open();
                return insertion.insert(rows);
            } catch (SQLException e) {
                if (isOfClass(DATA, e)) {
                    // The data is at fault, not the connection, which stays open. Nothing has been written.
                    throw new ReportRefusedException(e);
                }
                close();
                if (attempt == ATTEMPTS || !(isOfClass(ROLLED_BACK, e) || wasOpen && attempt == 1 && !hasWaited(e))) {
                    throw e;
                }
            } catch (RuntimeException | Error e) {
                close();
                throw e;
            }
        }
    }

    /** Returns whether the transaction waited for a lock or a time limit already; no report should wait twice. */
    private static boolean hasWaited(SQLException e) {
        return "55P03".equals(e.getSQLState())
                || "57014".equals(e.getSQLState())
                || e instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_BUSY;
    }

    private static boolean isOfClass(String states, SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith(states);
    }

    /** Closes the connection. A lost one may be in any state; its successor begins in a good one. */
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
                // Ignored: the connection is not needed any more.
            }
        }
    }
}
