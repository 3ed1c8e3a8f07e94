package dev.remoteassistance.contract.gate;

import java.util.Set;

/**
 * One promise of the baseline that the contract no longer keeps.
 *
 * @param place where: operation, part and property
 * @param aspect what changed there, mostly the keyword of OpenAPI
 * @param rule what changed, such as {@code maxLength lowered from 320 to 256}
 * @param foundBy the tools and rules that see it
 */
public record Break(Place place, String aspect, String rule, Set<String> foundBy) {

    @Override
    public String toString() {
        return place + ": " + rule + " (found by " + String.join(", ", foundBy) + ")";
    }
}
