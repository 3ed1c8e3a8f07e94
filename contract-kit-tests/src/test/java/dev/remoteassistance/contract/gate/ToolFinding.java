package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Place;
import java.util.Set;

/**
 * A break as one of the tools reports it, in the terms of our own rules and as far as the tool says where it is.
 *
 * @param tool the tool's name
 * @param place the operation, and what else is known of the place
 * @param name of the parameter or property as far as known, from any level on, separated by dots; empty if the place is
 *     enough
 * @param aspects what changed; several if the tool does not tell them apart
 * @param words the tool's
 */
record ToolFinding(String tool, Place place, String name, Set<String> aspects, String words) {

    /** Aspects whose loss removes everything below them too. */
    private static final Set<String> LOSSES = Set.of("property", "oneOf", "anyOf", "allOf");

    /** Returns whether the tool's finding is about this difference. */
    boolean means(Difference difference) {
        Place other = difference.place();
        return other.side() == place.side()
                && (other.operation().isEmpty() || other.operation().equals(place.operation()) && isIn(other))
                && (aspects.contains(difference.aspect()) && isNamed(other)
                        || aspects.contains("enum") && difference.aspect().equals("enum") && isBelow(other)
                        || LOSSES.contains(difference.aspect()) && (isBelow(other) || isNamed(other)));
    }

    /** Returns whether everything that the tool tells about the place is true of another place. */
    private boolean isIn(Place other) {
        return (place.status().isEmpty() || place.status().equals(other.status()))
                && (place.part().isEmpty() || place.part().equalsIgnoreCase(other.part()))
                && (place.pointer().isEmpty() || place.pointer().equals(other.pointer()));
    }

    private boolean isNamed(Place other) {
        return name.isEmpty() || dotted(other).endsWith("." + name);
    }

    /** Returns whether the name leads below a place: to a property, or to a member of an enum. */
    private boolean isBelow(Place other) {
        return !name.isEmpty() && ("." + name).startsWith(dotted(other) + ".");
    }

    private static String dotted(Place place) {
        if (!place.pointer().isEmpty()) {
            return "." + place.pointer().replace("/[]", "").replace("[]/", "").replace('/', '.');
        }
        return place.part().equals(Place.BODY)
                ? ""
                : "." + place.part().substring(place.part().lastIndexOf(' ') + 1);
    }
}
