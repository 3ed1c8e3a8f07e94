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
        return aspects.contains(difference.aspect())
                && other.side() == place.side()
                && (other.operation().isEmpty()
                        || other.operation().equals(place.operation())
                                && (place.status().isEmpty() || place.status().equals(other.status()))
                                && (place.part().isEmpty() || place.part().equalsIgnoreCase(other.part()))
                                && (place.pointer().isEmpty() || place.pointer().equals(other.pointer()))
                                && isNamed(other));
    }

    private boolean isNamed(Place other) {
        String dotted = other.pointer().isEmpty()
                ? "." + other.part().substring(other.part().lastIndexOf(' ') + 1)
                : "." + other.pointer().replace("/[]", "").replace('/', '.');
        return name.isEmpty() || dotted.endsWith("." + name);
    }
}
