package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.compare.ContractComparison;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Origin;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
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

    /** As above, with interactions that are asked for when the contracts have been compared, so that both can be read at the same time. */
    public static List<Finding> findings(Path baseline, Path revision, Supplier<List<ConsumerInteraction>> consumers) {
        ContractDocument old = ContractDocument.read(baseline);
        ContractDocument now = ContractDocument.read(revision);
        List<Difference> differences = ContractComparison.differences(old, now);
        List<Break> breaks = BreakingChangeGate.breaks(differences);
        List<ConsumerInteraction> interactions = consumers.get();
        List<AffectedInteraction> affected =
                interactions.isEmpty() ? List.of() : new AffectedConsumers(old, interactions).affected(now, breaks);
        List<Finding> findings = new ArrayList<>();
        differences.forEach(difference -> findings.add(new Finding(
                rule(difference.aspect()),
                impact(difference.effect()),
                difference.place(),
                difference.words(),
                source(baseline, old, difference.before()),
                source(revision, now, difference.after()),
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

    private static Impact impact(Difference.Effect effect) {
        return switch (effect) {
            case BREAK -> Impact.BREAKING;
            case ADDITION -> Impact.LOOSENING;
            case NOT_COMPARED -> Impact.NOT_COMPARED;
        };
    }

    private static Optional<Source> source(Path file, ContractDocument document, Origin origin) {
        if (origin.node() == null) {
            return Optional.empty();
        }
        SourcePlace place = document.place(origin.node());
        SourcePlace exact = origin.member().isEmpty() ? place : place.member(origin.member());
        return Optional.of(new Source(
                exact.file().equals(document.name()) ? file : file.resolveSibling(exact.file()), exact.pointer()));
    }

    private static Finding unexplained(AffectedInteraction one) {
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

    private static boolean isOfOperation(Place place, AffectedInteraction one) {
        return one.interaction().http().stream()
                .anyMatch(http -> place.isOfOperation(
                        http.getRequest().getMethod(), http.getRequest().getPath()));
    }

    private static String rule(String aspect) {
        return String.join("-", Stream.of(aspect.split("[^A-Za-z]+")).toList()).toLowerCase(Locale.ROOT);
    }
}
