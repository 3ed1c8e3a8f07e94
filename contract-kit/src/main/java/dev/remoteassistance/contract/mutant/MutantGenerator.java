package dev.remoteassistance.contract.mutant;

import dev.remoteassistance.contract.mutant.operator.ContractPlaces;
import dev.remoteassistance.contract.mutant.operator.MutationOperator;
import dev.remoteassistance.contract.mutant.operator.MutationOperators;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.List;
import java.util.stream.Stream;

/** Applies every operator at every place of a contract where it fits; each mutant has one change. */
public final class MutantGenerator {

    private MutantGenerator() {}

    /** Returns all mutants, in the order of the operators and of the contract. */
    public static List<SpecMutant> mutants(ContractDocument contract) {
        ContractPlaces places = new ContractPlaces(contract);
        return MutationOperators.ALL.stream()
                .flatMap(operator -> mutants(operator, contract, places))
                .toList();
    }

    private static Stream<SpecMutant> mutants(
            MutationOperator operator, ContractDocument contract, ContractPlaces places) {
        return places.matching(operator.places())
                .filter(place ->
                        operator.writer().stream().allMatch(writer -> places.isFor(operator.effect(), writer, place)))
                .filter(place -> operator.fits().test(place, places))
                .map(place -> new SpecMutant(
                        operator.name(),
                        operator.effect(),
                        place,
                        operator.edit().at(place, places.at(place)).changed(contract)))
                // A copy without a change is no mutant.
                .filter(mutant -> !mutant.contract().root().equals(contract.root()));
    }
}
