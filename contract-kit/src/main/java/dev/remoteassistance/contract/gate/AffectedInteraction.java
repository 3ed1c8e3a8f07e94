package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.pact.ConsumerInteraction;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An interaction that would break.
 *
 * @param interaction consumer and interaction
 * @param faults why it would break, in words
 */
public record AffectedInteraction(ConsumerInteraction interaction, List<String> faults) {

    private static final int LONGEST = 300;

    @Override
    public String toString() {
        return interaction + ": "
                + faults.stream().map(AffectedInteraction::brief).collect(Collectors.joining("; "));
    }

    /** Shortens a fault, because it may quote a value of many pages. */
    private static String brief(String fault) {
        return fault.length() <= LONGEST ? fault : fault.substring(0, LONGEST) + "…";
    }
}
