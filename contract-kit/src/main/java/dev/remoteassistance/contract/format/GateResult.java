package dev.remoteassistance.contract.format;

import dev.remoteassistance.contract.gate.ContractGate;
import dev.remoteassistance.contract.gate.Finding;
import dev.remoteassistance.contract.gate.Impact;
import dev.remoteassistance.contract.option.NoVerdictException;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.source.ContractSource;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The gate's verdict on a contract.
 *
 * @param revision the contract, as people name it
 * @param baseline what it was compared with
 * @param interactions how many interactions were checked against it; empty if no pacts were given
 * @param findings all changes, those that break first
 */
public record GateResult(String revision, String baseline, OptionalInt interactions, List<LocatedFinding> findings) {

    /**
     * Compares two versions of a contract.
     *
     * @param contract the later version: a file, or {@code COMMIT:PATH}
     * @param against the earlier version: a file, a commit that has the same path, {@code COMMIT:PATH}, or {@code
     *     merge-base}
     * @param interactions what consumers send and expect; empty if no pacts are known; then the result does not mention
     *     consumers
     * @throws NoVerdictException if a version cannot be read or is no OpenAPI description, with the reason
     */
    public static GateResult compare(String contract, String against, List<ConsumerInteraction> interactions) {
        return compare(contract, against, () -> interactions);
    }

    /**
     * Like {@link #compare(String, String, List)}, but gets the interactions after the comparison, so that they can be
     * loaded meanwhile.
     *
     * @throws NoVerdictException also if the pacts cannot be read
     */
    public static GateResult compare(
            String contract, String against, Supplier<List<ConsumerInteraction>> interactions) {
        ContractSource revision = ContractSource.of(contract);
        ContractSource baseline = revision.earlier(against);
        try {
            List<ConsumerInteraction> known = new ArrayList<>();
            List<Finding> findings = ContractGate.findings(baseline.file(), revision.file(), () -> {
                known.addAll(interactions.get());
                return known;
            });
            return of(baseline, revision, checked(known), findings);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new NoVerdictException(baseline.named(e.getMessage()));
        }
    }

    private static OptionalInt checked(List<ConsumerInteraction> interactions) {
        long http = interactions.stream()
                .filter(interaction -> interaction.http().isPresent())
                .count();
        return interactions.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) http);
    }

    /** Looks up the positions of the findings. */
    public static GateResult of(
            ContractSource baseline, ContractSource revision, OptionalInt interactions, List<Finding> findings) {
        FindingLocator locator = new FindingLocator(baseline, revision, findings);
        return new GateResult(
                PlainText.line(revision.name()),
                PlainText.line(baseline.name()),
                interactions,
                Stream.of(Impact.values())
                        .flatMap(impact -> findings.stream().filter(finding -> finding.impact() == impact))
                        .map(locator::located)
                        .toList());
    }

    /** Returns how many findings have an impact. */
    public long count(Impact impact) {
        return findings.stream()
                .filter(located -> located.finding().impact() == impact)
                .count();
    }

    /** Returns whether consumers can break. */
    public boolean isBreaking() {
        return count(Impact.BREAKING) > 0;
    }

    /** The verdict in a sentence, with the consumers that would break if pacts are known. */
    public String summary() {
        String counts = "%d breaking, %d compatible, %d not compared."
                .formatted(count(Impact.BREAKING), count(Impact.LOOSENING), count(Impact.NOT_COMPARED));
        return counts + " " + consumers();
    }

    private String consumers() {
        if (interactions.isEmpty()) {
            return "No pacts were given, so nothing is said of consumers.";
        }
        List<String> broken = findings.stream()
                .flatMap(located -> located.finding().affected().stream())
                .map(affected -> affected.interaction().name())
                .distinct()
                .toList();
        if (broken.isEmpty()) {
            return "Of %d interactions, none would break.".formatted(interactions.getAsInt());
        }
        String consumers = findings.stream()
                .flatMap(located -> located.finding().affected().stream())
                .map(affected -> PlainText.line(affected.interaction().consumer()))
                .distinct()
                .collect(Collectors.joining(", "));
        return "Of %d interactions, %d would break, of %s."
                .formatted(interactions.getAsInt(), broken.size(), consumers);
    }
}
