package dev.remoteassistance.server.store.commit;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportRefusedException;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.row.ReportRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A database in memory that fails in every way until it is healed. A seed decides when and how. */
final class FaultyWriter implements BatchWriter {

    /** Key of a row that the database can never store. */
    static final long POISON = 9;

    /** The committed rows. */
    final Set<Long> committed = ConcurrentHashMap.newKeySet();

    final AtomicInteger closed = new AtomicInteger();

    private final Random random;
    private final Semaphore steps = new Semaphore(0);
    private volatile boolean healed;

    FaultyWriter(long seed) {
        this.random = new Random(seed);
    }

    static ReportRow row(long number) {
        return new ReportRow("tenant", "id", number, new byte[16], Instant.EPOCH, null, null, "{}", null);
    }

    /** Lets everything succeed from now on, without blocking. */
    void heal() {
        healed = true;
        step();
    }

    /** Lets a blocked transaction go on. */
    void step() {
        steps.release();
    }

    @Override
    public List<AppendOutcome> write(List<ReportRow> rows) throws SQLException {
        if (!healed) {
            misbehave(rows);
        }
        if (rows.stream().anyMatch(row -> row.idHash() == POISON)) {
            throw new ReportRefusedException(new SQLException("no such character", "22021"));
        }
        return commit(rows);
    }

    private void misbehave(List<ReportRow> rows) throws SQLException {
        switch (random.nextInt(8)) {
            case 0 -> throw new SQLException("failed", "57P01");
            case 1 -> throw new StoreUnavailableException("gone", null);
            case 2 -> throw new IllegalStateException("a mistake");
            case 3 -> throw new StackOverflowError("an error");
            case 4 -> throw new NoClassDefFoundError("another");
            case 5 -> {
                commit(rows.stream().filter(row -> row.idHash() != POISON).toList());
                throw new SQLException("the answer to the commit was lost", "08006");
            }
            case 6 -> steps.acquireUninterruptibly();
            default -> Thread.yield();
        }
    }

    private List<AppendOutcome> commit(List<ReportRow> rows) {
        return rows.stream()
                .map(row -> committed.add(row.idHash()) ? AppendOutcome.STORED : AppendOutcome.REPEATED)
                .toList();
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}
