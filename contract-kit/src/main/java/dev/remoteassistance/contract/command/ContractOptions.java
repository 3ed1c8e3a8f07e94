package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.NoVerdictException;
import dev.remoteassistance.contract.option.PactOptions;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A contract and its consumers. */
final class ContractOptions {

    @Option(
            names = "--contract",
            paramLabel = "FILE",
            description = "OpenAPI file, YAML or JSON. Default: the one in this jar, if it has one")
    private Path contract;

    @Mixin
    private PactOptions pacts;

    ContractDocument contract(KitCase kit) {
        try {
            return ContractDocument.read(kit.contract(contract));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new NoVerdictException(e.getMessage());
        }
    }

    /** What the consumers send and expect; none of it would be a clean result of nothing. */
    List<ConsumerInteraction> interactions(KitCase kit) {
        List<ConsumerInteraction> interactions = pacts.interactions(kit);
        if (interactions.isEmpty()) {
            throw new NoVerdictException("--pacts: is missing, and this jar has none of its own");
        }
        return interactions;
    }

    /** The same, where there may be no pacts. */
    List<ConsumerInteraction> knownInteractions(KitCase kit) {
        return pacts.interactions(kit);
    }
}
