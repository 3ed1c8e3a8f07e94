package dev.remoteassistance.contract.mutant;

import dev.remoteassistance.contract.mutant.operator.Effect;
import dev.remoteassistance.contract.spec.ContractDocument;

/**
 * A contract with one change.
 *
 * @param operator name of the kind of change
 * @param effect what the change does to those who rely on the contract
 * @param place place of the change, as a JSON Pointer
 * @param contract the changed contract
 */
public record SpecMutant(String operator, Effect effect, String place, ContractDocument contract) {

    /** Names the mutant among all of a contract. */
    public String name() {
        return operator + ": " + place;
    }

    @Override
    public String toString() {
        return name();
    }
}
