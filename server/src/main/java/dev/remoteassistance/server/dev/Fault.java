package dev.remoteassistance.server.dev;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A fault that the development server shows to one request instead of the right answer.
 *
 * @param kind what happens to the request
 * @param time how long a slow answer waits, or the {@code Retry-After} of a refusal, in whole seconds; not negative
 */
public record Fault(Kind kind, Duration time) {

    /** The kinds of faults. */
    public enum Kind {
        /** 429 with {@code Retry-After}; nothing is stored. */
        THROTTLED("429"),
        /** 503 with {@code Retry-After}; nothing is stored. */
        UNAVAILABLE("503"),
        /** The right answer, late. */
        SLOW("slow"),
        /** The connection is closed before the report is stored. */
        CUT("cut"),
        /** The connection is closed after the report was stored, in place of the answer. */
        CUT_AFTER_COMMIT("cut-after"),
        /** 200 with a page of HTML, as from a proxy that asks for a login; nothing is stored. */
        WRONG_BODY("body");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns the kind's name on the command line. */
        public String word() {
            return word;
        }

        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown fault %s; there are %s"
                            .formatted(
                                    word,
                                    Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(", ")))));
        }
    }

    /** Checks the time. */
    public Fault {
        Objects.requireNonNull(kind, "kind");
        if (time.isNegative()) {
            throw new IllegalArgumentException("time must not be negative");
        }
    }

    /** Returns a fault of this kind with a time of one second. */
    public static Fault of(Kind kind) {
        return new Fault(kind, Duration.ofSeconds(1));
    }
}
