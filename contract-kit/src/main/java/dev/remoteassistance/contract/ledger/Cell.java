package dev.remoteassistance.contract.ledger;

import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.function.Predicate;

/**
 * One thing that a contract says, small enough to be exercised or not.
 *
 * @param operation where it belongs
 * @param kind what sort of thing
 * @param name the thing, within its operation and kind
 * @param exercisedBy whether an interaction exercises it
 */
record Cell(OperationDocument operation, String kind, String name, Predicate<Evidence> exercisedBy) {

    /** Names the cell in the whole contract. */
    public String id() {
        return operation.name() + ": " + kind + ": " + name;
    }
}
