package dev.remoteassistance.server.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.ProgressHandler;

/** Ends the statements of a connection at a time. SQLite asks it while it works. */
final class SqliteTimeLimit extends ProgressHandler {

    /** Instructions of SQLite's machine between two calls, about a millisecond of work. */
    private static final int INSTRUCTIONS = 100_000;

    private final long deadline;

    private SqliteTimeLimit(Duration time) {
        this.deadline = System.nanoTime() + time.toNanos();
    }

    /** Ends statements that still run after this time, counted from now. */
    static void set(Connection connection, Duration time) throws SQLException {
        setHandler(connection, INSTRUCTIONS, new SqliteTimeLimit(time));
    }

    /** Returns other than 0 to end the statement. */
    @Override
    protected int progress() {
        return System.nanoTime() - deadline > 0 ? 1 : 0;
    }
}
