package dev.remoteassistance.benchmarks.subject;

import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The targets of a run. */
public final class TargetSet implements AutoCloseable {

    private final TestBed bed;
    private final TargetPrograms programs;
    private final List<RunningTarget> targets = new ArrayList<>();

    private TargetSet(TestBed bed, TargetPrograms programs) {
        this.bed = bed;
        this.programs = programs;
    }

    /** Why a target cannot be measured, with the command that helps; empty if it can. */
    public static Optional<String> missing(Target target, EarlierBuild earlier) {
        return TargetPrograms.missing(target, earlier);
    }

    /**
     * Prepares targets with empty stores, and starts none of them.
     *
     * @param bed for stores and logs, and closed after the targets
     * @param javaOptions of all of them
     * @param earlier what the earlier build's targets run from
     */
    public static TargetSet prepare(List<Target> targets, TestBed bed, List<String> javaOptions, EarlierBuild earlier) {
        TargetSet set = new TargetSet(bed, new TargetPrograms(bed, javaOptions, earlier));
        targets.forEach(set::add);
        return set;
    }

    public List<RunningTarget> targets() {
        return List.copyOf(targets);
    }

    @Override
    public void close() {
        targets.forEach(RunningTarget::close);
    }

    private void add(Target target) {
        TargetStore store = store(target);
        targets.add(new RunningTarget(target, store, programs.program(target, store), bed.folder()));
    }

    private TargetStore store(Target target) {
        return switch (target.store()) {
            case NONE -> new TargetStore.None();
            case SQLITE -> new TargetStore.Sqlite(bed.folder().resolve(target.key() + ".db"));
            case POSTGRES -> {
                // Not the key alone: a database called postgres is there already.
                String database = "reports-" + target.key();
                bed.postgres().address().createDatabase(database);
                yield new TargetStore.Postgres(bed.postgres(), database);
            }
        };
    }
}
