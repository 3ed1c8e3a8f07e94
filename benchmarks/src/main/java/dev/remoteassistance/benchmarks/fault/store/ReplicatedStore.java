package dev.remoteassistance.benchmarks.fault.store;

import dev.remoteassistance.benchmarks.postgres.PostgresPair;
import dev.remoteassistance.benchmarks.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store in a PostgreSQL with a standby. Its URL finds whichever of the two is the primary. */
public record ReplicatedStore(PostgresPair pair) implements FaultStore, AutoCloseable {

    public static ReplicatedStore create(Path folder) {
        return new ReplicatedStore(PostgresPair.create(folder, PostgresStore.DATABASE));
    }

    @Override
    public String url() {
        return pair.jdbcUrl(PostgresStore.DATABASE);
    }

    @Override
    public Optional<PostgresServer> postgres() {
        return Optional.of(pair.primary());
    }

    @Override
    public List<String> damage() {
        return new PostgresStore(pair.primary()).damage();
    }

    @Override
    public void fill(long rows, Instant old, Instant recent) {
        new PostgresStore(pair.primary()).fill(rows, old, recent);
    }

    @Override
    public void close() {
        pair.close();
    }
}
