package dev.remoteassistance.contract.gate;

import au.com.dius.pact.core.model.SynchronousRequestResponse;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.CrossCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose interactions a contract would break: can-i-deploy, without a broker.
 *
 * <p>An interaction breaks that is in the baseline and not in the contract. So does one whose answer holds what the
 * contract no longer promises, such as a header that became optional, and one whose provider states name a permission
 * that no longer suffices. Not seen: what no example in a pact shows, such as a limit of an answer that rises beyond
 * what a consumer can store.
 */
public final class AffectedConsumers {

    /** Promises of an answer that an example in a pact can rely on, and that a value alone does not show to be gone. */
    private static final Set<String> PROMISES = Set.of("property", "required", "nullable", "header");

    private final List<ConsumerInteraction> sound;

    /**
     * Finds the interactions that the baseline allows; others cannot break any more.
     *
     * @param interactions those of all consumers
     */
    public AffectedConsumers(Path baseline, List<ConsumerInteraction> interactions) {
        CrossCheck check = new CrossCheck(baseline);
        sound = interactions.stream()
                .filter(one ->
                        one.http().filter(http -> check.faults(http).isEmpty()).isPresent())
                .toList();
    }

    /** How many interactions are there to break. */
    public int size() {
        return sound.size();
    }

    /** The interactions that would break. */
    public List<AffectedInteraction> affected(Path contract, List<Break> breaks) {
        CrossCheck check = new CrossCheck(contract);
        return sound.stream()
                .flatMap(one -> affected(one, check, breaks).stream())
                .toList();
    }

    private static Optional<AffectedInteraction> affected(
            ConsumerInteraction interaction, CrossCheck check, List<Break> breaks) {
        SynchronousRequestResponse http = interaction.http().orElseThrow();
        List<String> faults = new ArrayList<>(check.faults(http));
        ExpectedAnswer expected = new ExpectedAnswer(http);
        breaks.stream()
                .filter(broken -> broken.aspect().equals(Place.SECURITY)
                        ? expected.isGrantedBy(broken)
                        : PROMISES.contains(broken.aspect()) && expected.holds(broken.place()))
                .forEach(broken -> faults.add("relies on " + broken.place() + ": " + broken.rule()));
        return faults.isEmpty() ? Optional.empty() : Optional.of(new AffectedInteraction(interaction, faults));
    }
}
