package dev.remoteassistance.benchmarks.subject;

import dev.remoteassistance.benchmarks.process.PostgresServer;
import dev.remoteassistance.benchmarks.process.TokenIssuer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The targets of a run, and the PostgreSQL that those share that need one. */
public final class TargetSet implements AutoCloseable {

    private final Path folder;
    private final TargetPrograms programs;
    private final List<RunningTarget> targets = new ArrayList<>();
    private PostgresServer postgres;

    private TargetSet(Path folder, TargetPrograms programs) {
        this.folder = folder;
        this.programs = programs;
    }

    /** Why a target cannot be measured, with the command that helps; empty if it can. */
    public static Optional<String> missing(Target target, EarlierBuild earlier) {
        return TargetPrograms.missing(target, earlier);
    }

    /**
     * Prepares targets with empty stores, and starts none of them.
     *
     * @param folder for stores and logs
     * @param javaOptions of all of them
     * @param earlier what the earlier build's targets run from
     */
    public static TargetSet prepare(
            List<Target> targets, Path folder, TokenIssuer issuer, List<String> javaOptions, EarlierBuild earlier) {
        TargetSet set = new TargetSet(folder, new TargetPrograms(folder, issuer, javaOptions, earlier));
        targets.forEach(set::add);
        return set;
    }

    public List<RunningTarget> targets() {
        return List.copyOf(targets);
    }

    /** The database, if any target needs one. */
    public Optional<PostgresServer> postgres() {
        return Optional.ofNullable(postgres);
    }

    @Override
    public void close() {
        targets.forEach(RunningTarget::close);
        postgres().ifPresent(PostgresServer::close);
    }

    private void add(Target target) {
        TargetStore store = store(target);
        targets.add(new RunningTarget(target, store, programs.program(target, store), folder));
    }

    private TargetStore store(Target target) {
        return switch (target.store()) {
            case NONE -> new TargetStore.None();
            case SQLITE -> new TargetStore.Sqlite(folder.resolve(target.key() + ".db"));
            case POSTGRES -> {
                if (postgres == null) {
                    postgres = PostgresServer.create(folder);
                }
                // Not the key alone: a database called postgres is there already.
                String database = "reports-" + target.key();
                postgres.address().createDatabase(database);
                yield new TargetStore.Postgres(postgres, database);
            }
        };
    }
}
