package dev.remoteassistance.contract.gate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One promise of the baseline that the contract no longer keeps.
 *
 * @param place where: operation, part and property
 * @param aspect what changed there, mostly the keyword of OpenAPI
 * @param rule what changed, such as {@code maxLength lowered from 320 to 256}
 * @param foundBy the tools and rules that see it
 */
public record Break(Place place, String aspect, String rule, Set<String> foundBy) {

    /** The same break in whatever answer: answers share their parts, and a change of one is in many. */
    Break inAnyAnswer() {
        return new Break(place.ofStatus(""), aspect, rule, foundBy);
    }

    /** One break in place of those that differ in the status of the answer alone. */
    static Break joined(List<Break> same) {
        String statuses = same.stream().map(one -> one.place().status()).collect(Collectors.joining(", "));
        Break first = same.get(0);
        return new Break(first.place().ofStatus(statuses), first.aspect(), first.rule(), first.foundBy());
    }

    @Override
    public String toString() {
        return place + ": " + rule + " (found by " + String.join(", ", foundBy) + ")";
    }
}
