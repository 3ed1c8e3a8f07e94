package dev.remoteassistance.benchmarks.subject;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The jars of an earlier build to compare with this one.
 *
 * @param server the runnable jar of the server
 * @param benchmarks the runnable jar of the benchmarks, whose server without a store only fits the server in the same
 *     jar
 */
public record EarlierBuild(Optional<Path> server, Optional<Path> benchmarks) {

    /** Returns the jars that the command line names; a jar is null if the command line does not name it. */
    public static EarlierBuild of(Path server, Path benchmarks) {
        return new EarlierBuild(present(server), present(benchmarks));
    }

    private static Optional<Path> present(Path named) {
        if (named != null && !Files.isRegularFile(named)) {
            throw new BenchmarkException(named + " is not a file.");
        }
        return Optional.ofNullable(named);
    }

    /** Returns the jar from which a target runs; empty if it was not given. */
    Optional<Path> jar(Target target) {
        return target.store() == StoreKind.NONE ? benchmarks : server;
    }
}
