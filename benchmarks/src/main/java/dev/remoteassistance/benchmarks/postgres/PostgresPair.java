package dev.remoteassistance.benchmarks.postgres;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.Deadline;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A PostgreSQL primary and its synchronous standby. Does what a cluster's supervisor does when one of the machines is
 * lost.
 */
public final class PostgresPair implements AutoCloseable {

    private static final Duration PROMOTION = Duration.ofSeconds(60);
    private static final Duration CATCH_UP = Duration.ofSeconds(60);
    /** Name of the standby that must have a commit on disk before the commit is answered. */
    private static final String STANDBY = "standby";

    private static final String SYNCHRONOUS =
            "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync' AND state = 'streaming'";

    private PostgresServer primary;
    private PostgresServer standby;

    private PostgresPair(PostgresServer primary) {
        this.primary = primary;
        this.standby = primary.twin();
    }

    /** Starts a primary with an empty database and without a standby. */
    public static PostgresPair create(Path folder, String database) {
        PostgresPair pair = new PostgresPair(PostgresServer.create(folder));
        pair.primary.address().set("wal_keep_size", PostgresCopy.KEPT_LOG);
        pair.primary.address().createDatabase(database);
        return pair;
    }

    /** Returns the JDBC URL of a database, which finds whichever of the two is the primary. */
    public String jdbcUrl(String database) {
        // The order of the hosts is fixed, whichever is the primary now.
        int first = Math.min(primary.address().port(), standby.address().port());
        int second = Math.max(primary.address().port(), standby.address().port());
        return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/%s?targetServerType=primary&user=%s&password=%s"
                .formatted(
                        first,
                        second,
                        database,
                        primary.address().user(),
                        primary.address().password());
    }

    /** Returns the server that writes. */
    public PostgresServer primary() {
        return primary;
    }

    /** Makes the other server a standby from a copy of the primary's files; the primary waits for its commits. */
    public void addStandby() {
        standby.copyFrom(primary, STANDBY);
        standby.start();
        primary.address().set("synchronous_standby_names", STANDBY);
        new Deadline(CATCH_UP).await(this::isSynchronous, "the standby does not catch up");
    }

    /** Returns whether the standby has everything that has been acknowledged. */
    public boolean isSynchronous() {
        return primary.address().ask("postgres", SYNCHRONOUS).equals("1");
    }

    /**
     * Disconnects the standby, and lets the primary acknowledge commits without it, to show which reports that loses.
     */
    public void cutOffStandby() {
        primary.address().set("synchronous_standby_names", "");
        standby.address().set("primary_conninfo", "");
    }

    /**
     * Kills the primary as if its machine were lost, and promotes the standby. The new primary waits for no standby.
     */
    public void failOver() {
        primary.stop(StopMode.KILL);
        PostgresServer lost = primary;
        primary = standby;
        standby = lost;
        if (!primary.address()
                .ask("postgres", "SELECT pg_promote(true, %d)".formatted(PROMOTION.toSeconds()))
                .equals("t")) {
            throw new BenchmarkException("the standby cannot be promoted");
        }
    }

    @Override
    public void close() {
        // The standby is stopped first: otherwise the primary waits for it.
        standby.close();
        primary.close();
    }
}
