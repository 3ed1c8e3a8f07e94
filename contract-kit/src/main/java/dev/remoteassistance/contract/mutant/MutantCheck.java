package dev.remoteassistance.contract.mutant;

import com.atlassian.oai.validator.OpenApiInteractionValidator.ApiLoadException;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.gate.ContractGate;
import dev.remoteassistance.contract.ledger.Grant;
import dev.remoteassistance.contract.ledger.Ledger;
import dev.remoteassistance.contract.ledger.Waivers;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.RevisionCheck;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A check that may notice a mutant.
 *
 * @param name of the check
 * @param notice returns the check's message on a mutant; empty if it notices nothing
 */
public record MutantCheck(String name, Function<SpecMutant, Optional<String>> notice) {

    /** The breaking-change gate, with the original as the baseline. */
    public static MutantCheck gate(ContractDocument original) {
        return new MutantCheck(
                "gate",
                mutant -> ContractGate.breaks(original, mutant.contract()).stream()
                        .map(Difference::toString)
                        .findFirst());
    }

    /** The cross-check of the pacts. It notices an interaction that the original allows and the mutant does not. */
    public static MutantCheck crossCheck(ContractDocument original, List<ConsumerInteraction> interactions) {
        RevisionCheck check = new RevisionCheck(original, interactions);
        // An original that cannot be read must not look like the fault of a mutant.
        check.size();
        return new MutantCheck("cross-check", mutant -> {
            try {
                return check.broken(mutant.contract(), http -> Stream.empty())
                        .flatMap(one -> one.faults().stream()
                                .map(fault -> one.interaction().name() + ": " + fault))
                        .findFirst();
            } catch (ApiLoadException | RefusedContractException e) {
                return Optional.of("the contract cannot be read: " + e.getMessage());
            }
        });
    }

    /** The ledger, filled from verifications with the original contract. */
    public static MutantCheck ledger(
            ContractDocument original, List<Verification> verifications, Grant.Reader grants, Waivers waivers) {
        Function<ContractDocument, Ledger> filled = Ledger.ofRevisions(original, verifications, grants, waivers);
        return new MutantCheck("ledger", mutant -> {
            Ledger ledger = filled.apply(mutant.contract());
            return Stream.concat(
                            ledger.openRows().stream().map(row -> row.state() + ": " + row.cell()),
                            waivers.faults(ledger).stream())
                    .findFirst();
        });
    }
}
