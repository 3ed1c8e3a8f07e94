package dev.remoteassistance.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings commits from SQLite's log into its file, beside the connection that writes: there, checkpoints would make every
 * request wait that is behind them.
 *
 * <p>A log that is written without a pause never gets empty behind the writer's back. When it has grown to
 * {@value #MAX_LOG_BYTES} bytes, the writer does what little the other connection has just left, and SQLite begins the
 * log anew. The file's size does not tell: it stays when the log begins anew.
 */
final class SqliteCheckpoint implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteCheckpoint.class);

    private static final int INTERVAL_MILLIS = 250;
    private static final long MIN_LOG_BYTES = 4L << 20;
    private static final long MAX_LOG_BYTES = 64L << 20;
    private static final int MORE_PASSES = 4;

    private static final String PASSIVE = "PRAGMA wal_checkpoint(PASSIVE)";

    private final SqliteFile file;
    private ScheduledExecutorService background;
    private Connection connection;
    /** Whether the log is full, and all but its end is in the file. */
    private volatile boolean endIsDue;

    SqliteCheckpoint(SqliteFile file) {
        this.file = file;
    }

    /** Keeps a connection from making checkpoints of its own, and begins to make them here. */
    synchronized void leaveTo(Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint=0");
        }
        if (background == null) {
            background = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "store-checkpoint");
                thread.setDaemon(true);
                return thread;
            });
            background.scheduleWithFixedDelay(this::pass, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Called by the thread that writes, between two of its transactions. */
    void committed(Connection writer) throws SQLException {
        if (endIsDue) {
            endIsDue = false;
            checkpoint(writer);
        }
    }

    private void pass() {
        try {
            if (file.logBytes() > MIN_LOG_BYTES) {
                if (connection == null) {
                    connection = file.connect();
                }
                if (checkpoint(connection) > MAX_LOG_BYTES) {
                    // Each pass finds only what came during the one before, so that it takes less time.
                    for (int pass = 1; pass <= MORE_PASSES; pass++) {
                        checkpoint(connection);
                    }
                    endIsDue = true;
                }
            }
        } catch (SQLException | RuntimeException e) {
            // The log only grows; a full disk, for one, shows itself to those who write.
            LOG.debug("The log cannot be brought into the store's file", StrippedException.of(e));
        }
    }

    /** Brings into the file what nobody prevents, and returns the length of the log, in bytes, until then. */
    private static long checkpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet progress = statement.executeQuery(PASSIVE)) {
            return progress.getLong("log") * SqliteFile.PAGE_BYTES;
        }
    }

    @Override
    public synchronized void close() {
        if (background == null) {
            return;
        }
        background.shutdown();
        try {
            background.awaitTermination(INTERVAL_MILLIS * 40L, TimeUnit.MILLISECONDS);
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("The connection of the checkpoints cannot be closed", StrippedException.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
