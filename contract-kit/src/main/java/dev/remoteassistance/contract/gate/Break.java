package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.difference.Place;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One promise of the baseline that the contract no longer keeps.
 *
 * @param place where: operation, part and property
 * @param aspect what changed there, mostly the keyword of OpenAPI
 * @param rule what changed, such as {@code maxLength lowered from 320 to 256}
 */
public record Break(Place place, String aspect, String rule) {

    /** The same break in whatever answer: answers share their parts, and a change of one is in many. */
    Break inAnyAnswer() {
        return new Break(place.ofStatus(""), aspect, rule);
    }

    /** One break in place of those that differ in the status of the answer alone. */
    static Break joined(List<Break> same) {
        String statuses = same.stream().map(one -> one.place().status()).collect(Collectors.joining(", "));
        Break first = same.get(0);
        return new Break(first.place().ofStatus(statuses), first.aspect(), first.rule());
    }

    @Override
    public String toString() {
        return place + ": " + rule;
    }
}
