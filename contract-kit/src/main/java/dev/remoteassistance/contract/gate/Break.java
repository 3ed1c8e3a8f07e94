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

    /** Returns the same break without a status, because responses share parts, and one change is in many of them. */
    Break inAnyAnswer() {
        return new Break(place.ofStatus(""), aspect, rule);
    }

    /** Returns one break in place of those that differ only in the response's status. */
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
