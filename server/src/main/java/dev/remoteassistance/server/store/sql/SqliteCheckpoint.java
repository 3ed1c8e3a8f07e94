package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.server.store.StrippedException;
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
 * Copies commits from SQLite's log into its file, by a connection of its own: the writer's checkpoints would make every
 * request wait that is behind them.
 *
 * <p>Each pass finds only what was committed during the one before, so that it takes less time. Once a pass has caught up
 * with the writer, the writer's next transaction begins the log anew.
 */
final class SqliteCheckpoint implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteCheckpoint.class);

    private static final int INTERVAL_MILLIS = 100;
    private static final long MIN_LOG_BYTES = 2L << 20;
    private static final int MAX_PASSES = 12;
    private static final int CLOSE_SECONDS = 10;

    private final SqliteFile file;
    private ScheduledExecutorService background;
    private Connection connection;

    SqliteCheckpoint(SqliteFile file) {
        this.file = file;
    }

    /** Keeps the writer from making checkpoints of its own, and begins to make them here. */
    synchronized void takeOver(Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint=0");
        }
        if (background == null) {
            background = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "store-checkpoint");
                thread.setDaemon(true);
                return thread;
            });
            background.scheduleWithFixedDelay(this::run, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        try {
            if (file.logBytes() > MIN_LOG_BYTES) {
                if (connection == null) {
                    connection = file.connect();
                }
                int passes = 1;
                while (!catchesUp(connection) && passes < MAX_PASSES) {
                    passes++;
                }
            }
        } catch (SQLException | RuntimeException e) {
            // The log only grows; a full disk, for one, shows itself to those who write.
            LOG.debug("The log cannot be copied into the store's file", StrippedException.of(e));
        }
    }

    /** Copies what no reader prevents, and tells whether that was all. */
    private static boolean catchesUp(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet pages = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
            return pages.getLong("checkpointed") == pages.getLong("log");
        }
    }

    @Override
    public synchronized void close() {
        if (background == null) {
            return;
        }
        background.shutdown();
        try {
            background.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
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
