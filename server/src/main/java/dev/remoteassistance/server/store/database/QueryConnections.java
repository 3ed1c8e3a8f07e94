package dev.remoteassistance.server.store.database;

import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.StrippedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the connections for queries open for reuse. Unlike a library's pool it does not bound their number, because the
 * threads that query are bounded already.
 */
public final class QueryConnections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueryConnections.class);

    private static final int MAX_IDLE = 4;

    /** After a failover, or if the file is replaced, the old database is read for at most this long. */
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    /** A connection that has been idle for longer may be lost. */
    private static final Duration MAX_IDLE_TIME = Duration.ofSeconds(1);

    private static final int CHECK_SECONDS = 2;

    private final SqlDatabase database;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final AtomicBoolean isFailing = new AtomicBoolean();
    private boolean isClosed;

    public QueryConnections(SqlDatabase database) {
        this.database = database;
    }

    /** Reads in one transaction. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    /**
     * Reads within the database's time limit.
     *
     * @throws StoreUnavailableException if the database fails or needs too long
     */
    public <T> T read(Reading<T> reading) {
        try {
            Idle taken = take();
            T answer;
            try {
                database.limitTime(taken.connection);
                answer = reading.read(taken.connection);
                taken.connection.rollback();
            } catch (SQLException | RuntimeException | Error e) {
                close(taken.connection);
                throw e;
            }
            keep(taken);
            if (isFailing.compareAndSet(true, false)) {
                LOG.info("Sessions can be read again");
            }
            return answer;
        } catch (SQLException e) {
            if (isFailing.compareAndSet(false, true)) {
                LOG.warn("Sessions cannot be read at the moment", StrippedException.of(e));
            }
            throw new StoreUnavailableException("The sessions cannot be read", e);
        }
    }

    private Idle take() throws SQLException {
        for (Idle candidate = poll(); candidate != null; candidate = poll()) {
            long now = System.nanoTime();
            boolean isYoung = now - candidate.openedAt < MAX_AGE.toNanos();
            if (isYoung
                    && (now - candidate.idleSince < MAX_IDLE_TIME.toNanos()
                            || candidate.connection.isValid(CHECK_SECONDS))) {
                return candidate;
            }
            close(candidate.connection);
        }
        return new Idle(database.connectToQuery(), System.nanoTime(), 0);
    }

    private synchronized Idle poll() {
        return idle.pollLast();
    }

    private void keep(Idle used) {
        synchronized (this) {
            if (!isClosed && idle.size() < MAX_IDLE) {
                idle.addLast(new Idle(used.connection, used.openedAt, System.nanoTime()));
                return;
            }
        }
        close(used.connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyLost) {
            // Ignored: the connection is not needed any more.
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        idle.forEach(kept -> close(kept.connection));
        idle.clear();
    }

    /**
     * A connection that nobody uses.
     *
     * @param openedAt when it was opened, as {@link System#nanoTime()} tells the time
     * @param idleSince when it was last used
     */
    private record Idle(Connection connection, long openedAt, long idleSince) {}
}
