package dev.remoteassistance.benchmarks.subject;

import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The targets of a comparison. */
public final class TargetSet implements AutoCloseable {

    private final TestBed bed;
    private final TargetPrograms programs;
    private final List<RunningTarget> targets = new ArrayList<>();

    private TargetSet(TestBed bed, TargetPrograms programs) {
        this.bed = bed;
        this.programs = programs;
    }

    /** Returns why a target cannot be measured, with the command that helps; empty if it can. */
    public static Optional<String> missing(Target target, EarlierBuild earlier) {
        return TargetPrograms.missing(target, earlier);
    }

    /**
     * Prepares targets with empty stores, and starts none of them.
     *
     * @param bed provides the folder for stores and logs; it is closed after the targets
     * @param javaOptions options of every target's virtual machine
     * @param earlier the jars of the targets of an earlier build
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
                // The prefix is needed, because PostgreSQL already has a database called postgres.
                String database = "reports-" + target.key();
                bed.postgres().address().createDatabase(database);
                yield new TargetStore.Postgres(bed.postgres(), database);
            }
        };
    }
}
