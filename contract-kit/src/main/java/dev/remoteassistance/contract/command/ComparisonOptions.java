package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.format.GateResult;
import dev.remoteassistance.contract.gate.ContractGate;
import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.NoVerdictException;
import dev.remoteassistance.contract.option.PactOptions;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.source.ContractSource;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalInt;
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

    GateResult compare(KitCase kit) {
        ContractSource revision = ContractSource.of(contract);
        ContractSource baseline = revision.earlier(against);
        List<ConsumerInteraction> interactions = pacts.interactions(kit);
        long http = interactions.stream()
                .filter(interaction -> interaction.http().isPresent())
                .count();
        try {
            return GateResult.of(
                    baseline,
                    revision,
                    interactions.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) http),
                    ContractGate.findings(baseline.file(), revision.file(), interactions));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new NoVerdictException(baseline.named(e.getMessage()));
        }
    }
}
