package dev.remoteassistance.contract.gate;

import java.util.Set;

/**
 * A break as one of the tools reports it, in the terms of our own rules and as far as the tool says where it is.
 *
 * @param tool the tool's name
 * @param place the operation, and what else is known of the place
 * @param name of the parameter or property, as far as known: from any level on, by dots; empty if the place says it all
 * @param aspects what changed; several where the tool lumps together
 * @param words the tool's
 */
record ToolFinding(String tool, Place place, String name, Set<String> aspects, String words) {

    /** Whether a difference is what the tool means. */
    boolean means(Difference difference) {
        Place other = difference.place();
        return (aspects.contains(difference.aspect()) || isLostWith(difference))
                && other.side() == place.side()
                && (other.operation().isEmpty()
                        || other.operation().equals(place.operation())
                                && (place.status().isEmpty() || place.status().equals(other.status()))
                                && (place.part().isEmpty() || place.part().equalsIgnoreCase(other.part()))
                                && (place.pointer().isEmpty() || place.pointer().equals(other.pointer()))
                                && (isNamed(other) || isLostWith(difference)));
    }

    /** Whether it is a property that went with the alternative that declared it. */
    private boolean isLostWith(Difference alternative) {
        return Set.of("oneOf", "anyOf").contains(alternative.aspect())
                && aspects.contains("property")
                && ("." + name).startsWith(dotted(alternative.place()) + ".");
    }

    private boolean isNamed(Place other) {
        return name.isEmpty() || dotted(other).endsWith("." + name);
    }

    private static String dotted(Place place) {
        return place.pointer().isEmpty()
                ? "." + place.part().substring(place.part().lastIndexOf(' ') + 1)
                : "." + place.pointer().replace("/[]", "").replace('/', '.');
    }
}
