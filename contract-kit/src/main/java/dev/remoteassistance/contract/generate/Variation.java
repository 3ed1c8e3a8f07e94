package dev.remoteassistance.contract.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * One special value that replaces a drawn one.
 *
 * @param words what is special about it, such as {@code at maxLength 256}
 * @param allowed whether the schema allows it
 * @param value draws the value; empty if none can be found; a missing node removes the drawn one
 */
record Variation(String words, boolean allowed, Function<Random, Optional<JsonNode>> value) {

    static final String ABSENT = "absent";
    static final String NULL = "null";

    /** Returns whether it leaves the place without a value. */
    boolean isNothing() {
        return words.equals(ABSENT) || words.equals(NULL);
    }

    static Variation limit(String words, Function<Random, Optional<JsonNode>> value) {
        return new Variation(words, true, value);
    }

    static Variation broken(String words, Function<Random, Optional<JsonNode>> value) {
        return new Variation(words, false, value);
    }
}
