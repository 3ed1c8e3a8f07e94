package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.RevisionCheck.Broken;
import dev.remoteassistance.contract.release.ContractFiles;
import dev.remoteassistance.contract.release.ContractVersion;
import dev.remoteassistance.contract.release.Extent;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.WireComparison;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The gate's report on a contract.
 *
 * @param baseline the version of the last release
 * @param contract the version of today
 * @param breaks the promises that are broken
 * @param interactions how many interactions of consumers were checked against the contract
 * @param affected those of them that would break
 * @param objection why the contract cannot pass; empty if it passes
 */
public record GateReport(
        String baseline,
        String contract,
        List<Difference> breaks,
        int interactions,
        List<Broken> affected,
        Optional<String> objection) {

    /**
     * Compares a contract with its baseline.
     *
     * @param interactions what consumers send and expect
     * @throws IllegalArgumentException if a version is not {@code major.minor.patch}
     */
    public static GateReport of(Path baseline, Path contract, List<ConsumerInteraction> interactions) {
        ContractDocument old = ContractDocument.read(baseline);
        ContractDocument now = ContractDocument.read(contract);
        List<Difference> breaks = ContractGate.breaks(old, now);
        AffectedConsumers consumers = new AffectedConsumers(old, interactions);
        List<Broken> affected = consumers.affected(now, breaks);
        // An interaction that breaks counts as a break, even if no rule finds the reason.
        Extent extent = affected.isEmpty() ? extent(baseline, contract, breaks) : Extent.BREAK;
        Optional<String> objection =
                extent.objection(ContractVersion.parse(old.version()), ContractVersion.parse(now.version()));
        return new GateReport(old.version(), now.version(), breaks, consumers.size(), affected, objection);
    }

    static Extent extent(Path baseline, Path contract, List<Difference> breaks) {
        if (!breaks.isEmpty()) {
            return Extent.BREAK;
        } else if (!WireComparison.areSame(ContractDocument.read(baseline), ContractDocument.read(contract))) {
            return Extent.ADDITION;
        }
        return ContractFiles.areSame(baseline, contract) ? Extent.NONE : Extent.WORDS;
    }

    /** Returns whether the contract passes. */
    public boolean isPassed() {
        return objection.isEmpty();
    }

    /** The report as text, in lines. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (breaks.isEmpty() && affected.isEmpty()) {
            text.append("Contract %s breaks nothing of its baseline %s.%n".formatted(contract, baseline));
        } else {
            text.append("Contract %s breaks its baseline %s:%n".formatted(contract, baseline));
            if (breaks.isEmpty()) {
                text.append("  - no rule sees where, but a consumer would notice%n".formatted());
            }
            // Responses share schemas: a change that is in several of them is printed once, with all their statuses.
            breaks.stream()
                    .collect(Collectors.groupingBy(
                            one -> List.of(one.place().ofStatus(""), one.aspect(), one.words()),
                            LinkedHashMap::new,
                            Collectors.toList()))
                    .values()
                    .forEach(same -> text.append(
                            "  - %s: %s%n".formatted(anyOf(same), same.get(0).words())));
            text.append(consumers());
        }
        objection.ifPresent(words -> text.append(words).append(System.lineSeparator()));
        return text.toString();
    }

    /** Returns the place of breaks that differ only in the response's status. */
    private static Place anyOf(List<Difference> same) {
        return same.get(0)
                .place()
                .ofStatus(same.stream().map(one -> one.place().status()).collect(Collectors.joining(", ")));
    }

    private String consumers() {
        if (affected.isEmpty()) {
            return "Of %d interactions in the pact files, none would break.%n".formatted(interactions);
        }
        String names = affected.stream()
                .map(one -> one.interaction().consumer())
                .distinct()
                .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder("Of %d interactions in the pact files, %d would break, of %s:%n"
                .formatted(interactions, affected.size(), names));
        affected.forEach(one -> text.append("  - %s%n".formatted(one)));
        return text.toString();
    }
}
