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

/** Options for a contract and its consumers. */
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

    /**
     * Returns what the consumers send and expect; throws if there are no pacts, because checking none would find no
     * fault.
     */
    List<ConsumerInteraction> interactions(KitCase kit) {
        List<ConsumerInteraction> interactions = pacts.interactions(kit);
        if (interactions.isEmpty()) {
            throw new NoVerdictException("--pacts: is missing, and this jar has none of its own");
        }
        return interactions;
    }

    /** Returns what the consumers send and expect; empty if there are no pacts. */
    List<ConsumerInteraction> knownInteractions(KitCase kit) {
        return pacts.interactions(kit);
    }
}
