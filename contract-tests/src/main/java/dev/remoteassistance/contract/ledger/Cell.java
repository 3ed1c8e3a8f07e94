package dev.remoteassistance.contract.ledger;

import java.util.function.Predicate;

/**
 * One thing that a contract says, small enough to be exercised or not.
 *
 * @param operation method and path
 * @param kind what sort of thing
 * @param name the thing, within its operation and kind
 * @param exercisedBy whether an interaction exercises it
 */
record Cell(String operation, String kind, String name, Predicate<Evidence> exercisedBy) {

    /** Names the cell in the whole contract. */
    public String id() {
        return operation + ": " + kind + ": " + name;
    }
}
