package dev.remoteassistance.benchmarks.postgres;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.Deadline;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A primary and its synchronous standby, and what a cluster's supervisor does with them: one of the two machines may be
 * lost at any time.
 */
public final class PostgresPair implements AutoCloseable {

    private static final Duration PROMOTION = Duration.ofSeconds(60);
    private static final Duration CATCH_UP = Duration.ofSeconds(60);
    /** A commit is answered when the standby with this name has it on disk. */
    private static final String STANDBY = "standby";

    private static final String SYNCHRONOUS =
            "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync' AND state = 'streaming'";

    private PostgresServer primary;
    private PostgresServer standby;

    private PostgresPair(PostgresServer primary) {
        this.primary = primary;
        this.standby = primary.twin();
    }

    /** Starts a primary with an empty database, and no standby yet. */
    public static PostgresPair create(Path folder, String database) {
        PostgresPair pair = new PostgresPair(PostgresServer.create(folder));
        pair.primary.address().set("wal_keep_size", PostgresCopy.KEPT_LOG);
        pair.primary.address().createDatabase(database);
        return pair;
    }

    /** The JDBC URL of a database on whichever of the two is the primary. */
    public String jdbcUrl(String database) {
        // In an order that stays, whichever is the primary now.
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

    /** The one that writes. */
    public PostgresServer primary() {
        return primary;
    }

    /** Makes the other one a standby, from a copy of the primary's files, and has the primary wait for it. */
    public void addStandby() {
        standby.copyFrom(primary, STANDBY);
        standby.start();
        primary.address().set("synchronous_standby_names", STANDBY);
        new Deadline(CATCH_UP).await(this::isSynchronous, "the standby does not catch up");
    }

    /** Tells whether the standby has all that has been acknowledged. */
    public boolean isSynchronous() {
        return primary.address().ask("postgres", SYNCHRONOUS).equals("1");
    }

    /** Cuts the standby off, and has the primary acknowledge all the same; to see what that loses. */
    public void cutOffStandby() {
        primary.address().set("synchronous_standby_names", "");
        standby.address().set("primary_conninfo", "");
    }

    /** Kills the primary, as when its machine is lost, and has the standby take its place. It waits for no standby then. */
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
        // The standby first: else the primary waits for it.
        standby.close();
        primary.close();
    }
}
