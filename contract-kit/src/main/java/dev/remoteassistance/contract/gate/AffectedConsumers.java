package dev.remoteassistance.contract.gate;

import au.com.dius.pact.core.model.SynchronousRequestResponse;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.RevisionCheck;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the consumers' interactions that a contract would break, like {@code can-i-deploy}, but without a broker.
 *
 * <p>An interaction breaks if the baseline allows it and the contract does not. It also breaks if its response contains
 * what the contract no longer promises, such as a header that became optional, or if its provider states name a
 * permission that no longer suffices. Breaks that no example in a pact shows are not found, such as a limit of a
 * response that rises beyond what a consumer can store.
 */
public final class AffectedConsumers {

    /** Promises of a response that a consumer may rely on, although its example still fits when they are gone. */
    private static final Set<String> PROMISES = Set.of("property", "required", "nullable", "header");

    private final RevisionCheck check;

    /**
     * Takes what consumers rely on.
     *
     * @param interactions those of all consumers; those that the baseline does not allow are broken already
     */
    public AffectedConsumers(Path baseline, List<ConsumerInteraction> interactions) {
        this(ContractDocument.read(baseline), interactions);
    }

    AffectedConsumers(ContractDocument baseline, List<ConsumerInteraction> interactions) {
        check = new RevisionCheck(baseline, interactions);
    }

    /** Returns how many interactions can break. */
    public int size() {
        return check.size();
    }

    /** Returns the interactions that would break. */
    public List<AffectedInteraction> affected(Path contract, List<Break> breaks) {
        return affected(ContractDocument.read(contract), breaks);
    }

    List<AffectedInteraction> affected(ContractDocument contract, List<Break> breaks) {
        return check.broken(contract, http -> goneFor(http, breaks))
                .map(one -> new AffectedInteraction(one.interaction(), one.faults()))
                .toList();
    }

    /** What an interaction relies on, of that which breaks. */
    private static Stream<String> goneFor(SynchronousRequestResponse http, List<Break> breaks) {
        ExpectedAnswer expected = new ExpectedAnswer(http);
        return breaks.stream()
                .filter(broken -> broken.aspect().equals(Place.SECURITY)
                        ? expected.isGrantedBy(broken)
                        : PROMISES.contains(broken.aspect()) && expected.holds(broken.place()))
                .map(broken -> "relies on " + broken.place() + ": " + broken.rule());
    }
}
