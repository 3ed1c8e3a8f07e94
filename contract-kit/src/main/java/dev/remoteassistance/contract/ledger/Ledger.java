package dev.remoteassistance.contract.ledger;

import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.report.ReportFiles;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.validation.ContractPart;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every cell of a contract, with the interactions that exercise it. A cell is proven if the provider was verified in one
 * of them.
 *
 * @param rows one for each cell, in the order of the contract
 */
public record Ledger(List<Row> rows) {

    /** State of a cell. UNVERIFIED and UNCOVERED cells are open. */
    public enum State {
        VERIFIED,
        /** Nothing proves it, and a waiver gives the reason. */
        WAIVED,
        /** Consumers exercise the cell, but the provider was verified in none of these interactions. */
        UNVERIFIED,
        /** No consumer exercises it. */
        UNCOVERED
    }

    /**
     * A row of the ledger: a cell, its state, and the interactions that exercise it.
     *
     * @param cell its name in the contract
     * @param operation method and path
     * @param kind the kind of cell
     * @param name what the cell states
     * @param state whether it is proven, waived, or open
     * @param verified names of the interactions that exercise it and in which the provider was verified
     * @param unverified names of those that exercise it and in which the provider was not verified
     * @param waiver why it need not be proven; empty without a waiver
     */
    public record Row(
            String cell,
            String operation,
            String kind,
            String name,
            State state,
            List<String> verified,
            List<String> unverified,
            String waiver) {

        boolean exercised() {
            return count() > 0;
        }

        int count() {
            return verified.size() + unverified.size();
        }
    }

    /** Fills the ledger from the verifications of a provider. */
    public static Ledger of(
            ContractDocument contract, List<Verification> verifications, Grant.Reader grants, Waivers waivers) {
        List<Evidence> evidence = Evidence.of(verifications, grants);
        return new Ledger(contract.operations().stream()
                .flatMap(operation -> Cell.rows(operation, evidence, waivers))
                .toList());
    }

    /**
     * Returns what fills the ledger of a revision from the same verifications. An operation of which the revision says the same as
     * the original keeps its rows.
     */
    public static Function<ContractDocument, Ledger> ofRevisions(
            ContractDocument original, List<Verification> verifications, Grant.Reader grants, Waivers waivers) {
        List<Evidence> evidence = Evidence.of(verifications, grants);
        Map<String, Known> known = original.operations().stream()
                .collect(Collectors.toMap(
                        OperationDocument::name,
                        operation -> new Known(
                                ContractPart.ofOperation(operation),
                                Cell.rows(operation, evidence, waivers).toList())));
        return revision -> new Ledger(revision.operations().stream()
                .flatMap(operation -> Optional.ofNullable(known.get(operation.name()))
                        .filter(one -> one.part().isSameIn(revision))
                        .map(one -> one.rows().stream())
                        .orElseGet(() -> Cell.rows(operation, evidence, waivers)))
                .toList());
    }

    /** The rows of an operation, and all that its contract says of it. */
    private record Known(ContractPart part, List<Row> rows) {}

    /**
     * Fills the ledger from the pacts alone, without a provider: no cell is verified, and the consumer's expected
     * response takes the place of the real one. Permissions are left out, because only credentials that are sent show
     * them.
     */
    public static Ledger ofPacts(ContractDocument contract, List<ConsumerInteraction> interactions, Waivers waivers) {
        List<Verification> described =
                interactions.stream().map(Verification::described).toList();
        return new Ledger(of(contract, described, exchange -> Optional.empty(), waivers).rows().stream()
                .filter(row -> !CellKind.PERMISSION.isOf(row))
                .toList());
    }

    /** The rows that neither a verified interaction nor a waiver accounts for. */
    public List<Row> openRows() {
        return rows.stream()
                .filter(row -> row.state() == State.UNCOVERED || row.state() == State.UNVERIFIED)
                .toList();
    }

    /** The rows that no interaction exercises, and that are not waived. */
    public List<Row> uncovered() {
        return rows.stream().filter(row -> row.state() == State.UNCOVERED).toList();
    }

    /** Returns how many rows are in a state. */
    public long count(State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    /** Writes {@code ledger.html} and {@code ledger.json}. */
    public void write(Path folder) {
        ReportFiles.write(folder, "ledger", "ledger", this);
    }

    /** One line for people. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "Ledger: %d cells, %d verified, %d waived, %d unverified, %d uncovered (%.1f %%)",
                rows.size(),
                count(State.VERIFIED),
                count(State.WAIVED),
                count(State.UNVERIFIED),
                count(State.UNCOVERED),
                rows.isEmpty() ? 0.0 : 100.0 * (rows.size() - openRows().size()) / rows.size());
    }
}
