package dev.remoteassistance.server.store.database;

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
 * Copies commits from SQLite's write-ahead log into its file, over its own connection: if the writer did this, all
 * requests behind it would wait.
 *
 * <p>Each pass copies only what was committed during the pass before it, so it takes less time. Under load some pages
 * always remain. The writer copies those between two transactions, and then SQLite starts the log anew.
 */
final class SqliteCheckpoint implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteCheckpoint.class);

    private static final int INTERVAL_MILLIS = 100;
    private static final long MIN_LOG_BYTES = 2L << 20;
    private static final int MAX_PASSES = 12;
    /** Up to this number, the remaining pages are left to the writer without another pass. */
    private static final int FEW_PAGES = 64;

    private static final int CLOSE_SECONDS = 10;

    private final SqliteFile file;
    private ScheduledExecutorService background;
    private Connection connection;

    /** Whether the writer has to copy the end of the log, because everything before it has been copied. */
    private volatile boolean endIsDue;

    SqliteCheckpoint(SqliteFile file) {
        this.file = file;
    }

    /** Turns off the writer's own checkpoints, and starts to make them in the background. */
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

    /** Copies the end of the log if it is due. Called by the writing thread between two transactions. */
    void finish(Connection writer) throws SQLException {
        if (endIsDue) {
            endIsDue = false;
            copy(writer);
        }
    }

    private void run() {
        try {
            if (file.logBytes() > MIN_LOG_BYTES) {
                if (connection == null) {
                    connection = file.connect();
                }
                long copied = 0;
                for (int pass = 0; pass < MAX_PASSES; pass++) {
                    long before = copied;
                    copied = copy(connection);
                    if (copied - before < FEW_PAGES) {
                        break;
                    }
                }
                endIsDue = copied * SqliteFile.PAGE_BYTES > MIN_LOG_BYTES;
            }
        } catch (SQLException | RuntimeException e) {
            // The log grows, nothing else. A full disk, for example, becomes visible when reports are written.
            LOG.debug("The log cannot be copied into the store's file", StrippedException.of(e));
        }
    }

    /** Copies what no reader blocks, and returns how many pages of the log have been copied so far. */
    private static long copy(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet pages = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
            return pages.getLong("checkpointed");
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
