package dev.remoteassistance.contract.ledger;

import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    /** Returns the ledger rows of an operation, filled from the evidence for this operation. */
    static Stream<Ledger.Row> rows(OperationDocument operation, List<Evidence> evidence, Waivers waivers) {
        List<Evidence> seen =
                evidence.stream().filter(one -> one.isOf(operation)).toList();
        return CellKind.cells(operation).map(cell -> cell.row(seen, waivers));
    }

    private Ledger.Row row(List<Evidence> evidence, Waivers waivers) {
        List<Evidence> exercising = evidence.stream().filter(exercisedBy).toList();
        Optional<String> waiver = waivers.reason(id());
        Ledger.State state = exercising.stream().anyMatch(Evidence::verified)
                ? Ledger.State.VERIFIED
                : waiver.isPresent()
                        ? Ledger.State.WAIVED
                        : exercising.isEmpty() ? Ledger.State.UNCOVERED : Ledger.State.UNVERIFIED;
        return new Ledger.Row(
                id(),
                operation.name(),
                kind,
                name,
                state,
                names(exercising, Evidence::verified),
                names(exercising, Predicate.not(Evidence::verified)),
                waiver.orElse(""));
    }

    private static List<String> names(List<Evidence> evidence, Predicate<Evidence> condition) {
        return evidence.stream().filter(condition).map(Evidence::interaction).toList();
    }
}
