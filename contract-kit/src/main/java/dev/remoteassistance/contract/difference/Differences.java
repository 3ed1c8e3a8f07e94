package dev.remoteassistance.contract.difference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The differences that were found, each once. */
public final class Differences {

    /** What makes a difference for a reader; the alternatives of a schema have parts in common, and report them alike. */
    private record Key(Place place, String aspect, String words) {}

    private final Map<Key, Difference> found = new LinkedHashMap<>();

    /** Notes a difference; of two that read alike the one that breaks stays. */
    public void add(Difference difference) {
        found.merge(
                new Key(difference.place(), difference.aspect(), difference.words()),
                difference,
                (known, other) -> known.isBreak() ? known : other);
    }

    /** Notes a difference whose effect is known. */
    public void add(Place place, String aspect, Effect effect, String words, JsonNode before, JsonNode after) {
        add(new Difference(place, aspect, words, effect, Origin.of(before), Origin.of(after)));
    }

    /** Notes a difference, judged by who writes what changed. */
    public void add(
            Place place,
            String aspect,
            Direction direction,
            Writer writer,
            String words,
            JsonNode before,
            JsonNode after) {
        add(place, aspect, Effect.of(Judgement.of(writer).isBrokenBy(direction)), words, before, after);
    }

    /** All of them, in the order in which they were found. */
    public List<Difference> all() {
        return List.copyOf(found.values());
    }
}
