package dev.remoteassistance.contract.ledger;

import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.function.Predicate;

/**
 * One statement of a contract, so small that an interaction exercises all of it or nothing.
 *
 * @param operation that it belongs to
 * @param kind label of its {@link CellKind}
 * @param name what it states, within its operation and kind
 * @param exercisedBy whether an interaction exercises it
 */
record Cell(OperationDocument operation, String kind, String name, Predicate<Evidence> exercisedBy) {

    /** Names the cell in the whole contract. */
    public String id() {
        return operation.name() + ": " + kind + ": " + name;
    }
}
