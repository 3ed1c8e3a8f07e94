package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.compare.ContractComparison;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Origin;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.RevisionCheck.Broken;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Compares two versions of a contract. */
public final class ContractGate {

    private ContractGate() {}

    /**
     * Returns what changed, and which consumers it breaks.
     *
     * @param baseline OpenAPI file of the earlier version
     * @param revision OpenAPI file of the later version
     * @param interactions what consumers send and expect; empty if no pacts are known
     * @return all changes of requests and responses, in the order of the operations; none if only texts changed
     * @throws IllegalArgumentException if a file cannot be compared as an OpenAPI description, with the place and the
     *     reason
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static List<Finding> findings(Path baseline, Path revision, List<ConsumerInteraction> interactions) {
        return findings(baseline, revision, () -> interactions);
    }

    /**
     * Like {@link #findings(Path, Path, List)}, but gets the interactions after the comparison, so that they can be
     * loaded meanwhile.
     */
    public static List<Finding> findings(Path baseline, Path revision, Supplier<List<ConsumerInteraction>> consumers) {
        ContractDocument old = ContractDocument.read(baseline);
        ContractDocument now = ContractDocument.read(revision);
        List<Difference> differences = ContractComparison.differences(old, now);
        List<ConsumerInteraction> interactions = consumers.get();
        List<Broken> affected = interactions.isEmpty()
                ? List.of()
                : new AffectedConsumers(old, interactions).affected(now, breaks(differences));
        List<Finding> findings = new ArrayList<>();
        differences.forEach(difference -> findings.add(new Finding(
                rule(difference.aspect()),
                impact(difference.effect()),
                difference.place(),
                difference.words(),
                source(old, difference.before()),
                source(now, difference.after()),
                difference.isBreak()
                        ? affected.stream()
                                .filter(one -> isOfOperation(difference.place(), one))
                                .toList()
                        : List.of())));
        affected.stream()
                .filter(one -> findings.stream()
                        .noneMatch(finding -> finding.affected().contains(one)))
                .forEach(one -> findings.add(unexplained(one)));
        return List.copyOf(findings);
    }

    /** Returns the promises of the baseline that a contract no longer keeps; empty if it keeps them all. */
    public static List<Difference> breaks(ContractDocument baseline, ContractDocument contract) {
        return breaks(ContractComparison.differences(baseline, contract));
    }

    private static List<Difference> breaks(List<Difference> differences) {
        return differences.stream().filter(Difference::isBreak).toList();
    }

    private static Impact impact(Difference.Effect effect) {
        return switch (effect) {
            case BREAK -> Impact.BREAKING;
            case ADDITION -> Impact.LOOSENING;
            case NOT_COMPARED -> Impact.NOT_COMPARED;
        };
    }

    private static Optional<SourcePlace> source(ContractDocument document, Origin origin) {
        if (origin.node() == null) {
            return Optional.empty();
        }
        SourcePlace place = document.place(origin.node());
        return Optional.of(origin.member().isEmpty() ? place : place.member(origin.member()));
    }

    private static Finding unexplained(Broken one) {
        String operation = one.interaction().http().stream()
                .map(http ->
                        http.getRequest().getMethod() + " " + http.getRequest().getPath())
                .findFirst()
                .orElse("");
        return new Finding(
                "interaction",
                Impact.BREAKING,
                Place.request(operation, ""),
                "no rule sees where, but a consumer would notice",
                Optional.empty(),
                Optional.empty(),
                List.of(one));
    }

    private static boolean isOfOperation(Place place, Broken one) {
        return one.interaction().http().stream().anyMatch(http -> AffectedConsumers.isOfOperation(place, http));
    }

    private static String rule(String aspect) {
        return String.join("-", Stream.of(aspect.split("[^A-Za-z]+")).toList()).toLowerCase(Locale.ROOT);
    }
}
