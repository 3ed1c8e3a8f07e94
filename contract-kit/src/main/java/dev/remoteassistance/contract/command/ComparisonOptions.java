package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.format.GateResult;
import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.PactOptions;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for the two versions of a contract to compare, and for its consumers. */
final class ComparisonOptions {

    @Option(
            names = "--contract",
            paramLabel = "FILE",
            required = true,
            description = "OpenAPI file to judge, YAML or JSON; or COMMIT:PATH.")
    private String contract;

    @Option(
            names = "--against",
            paramLabel = "FILE|COMMIT",
            defaultValue = "merge-base",
            description = "What it is compared with: a file; a branch, tag or commit, which means the same path there, "
                    + "read with the git on the PATH; COMMIT:PATH; or merge-base, where this branch left the main branch "
                    + "of origin. Default: merge-base")
    private String against;

    @Mixin
    private PactOptions pacts;

    /** Compares them; a person at a terminal sees that it goes on. */
    GateResult compare(KitCase kit, PrintWriter err) {
        // Pacts take as long to read as contracts to compare.
        CompletableFuture<List<ConsumerInteraction>> interactions =
                CompletableFuture.supplyAsync(() -> pacts.interactions(kit));
        return Heartbeat.during(
                () -> GateResult.compare(contract, against, () -> result(interactions)),
                err,
                "Comparing " + contract + " with " + against);
    }

    private static <T> T result(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }
}
