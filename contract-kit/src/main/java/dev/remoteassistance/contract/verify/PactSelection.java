package dev.remoteassistance.contract.verify;

import dev.remoteassistance.contract.option.NoVerdictException;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.PactFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The interactions to verify.
 *
 * @param interactions of the consumers that were asked for
 * @param states of all pacts
 */
record PactSelection(List<ConsumerInteraction> interactions, Set<String> states) {

    /**
     * Reads a folder of pacts.
     *
     * @param consumers to choose; all if empty
     */
    static PactSelection read(Path folder, List<String> consumers) {
        List<ConsumerInteraction> all = PactFolder.read(folder);
        Set<String> known =
                all.stream().map(ConsumerInteraction::consumer).collect(Collectors.toCollection(TreeSet::new));
        for (String consumer : consumers) {
            if (!known.contains(consumer)) {
                throw new NoVerdictException(
                        "no pact of the consumer '%s', only of: %s".formatted(consumer, String.join(", ", known)));
            }
        }
        return new PactSelection(
                all.stream()
                        .filter(interaction -> consumers.isEmpty() || consumers.contains(interaction.consumer()))
                        .toList(),
                all.stream()
                        .flatMap(interaction -> interaction.interaction().getProviderStates().stream())
                        .map(state -> state.getName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
