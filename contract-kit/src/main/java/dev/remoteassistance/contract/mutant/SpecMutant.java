package dev.remoteassistance.contract.mutant;

import dev.remoteassistance.contract.spec.ContractDocument;

/**
 * A contract with one change.
 *
 * @param operator what kind of change
 * @param effect what it does to those who rely on the contract
 * @param place where it is, as a JSON pointer
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
