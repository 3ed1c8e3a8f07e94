package dev.remoteassistance.contract.difference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects differences, each once. */
public final class Differences {

    /**
     * Identity of a difference for the reader. Alternatives of a schema share parts, which report the same difference.
     */
    private record Key(Place place, String aspect, String words) {}

    private final Map<Key, Difference> found = new LinkedHashMap<>();

    /** Adds a difference; of two with the same key it keeps the one that breaks. */
    public void add(Difference difference) {
        found.merge(
                new Key(difference.place(), difference.aspect(), difference.words()),
                difference,
                (known, other) -> known.isBreak() ? known : other);
    }

    /** Adds a difference whose effect is known. */
    public void add(Place place, String aspect, Effect effect, String words, JsonNode before, JsonNode after) {
        add(new Difference(place, aspect, words, effect, Origin.of(before), Origin.of(after)));
    }

    /** Adds a difference. Whether it breaks depends on who writes the value. */
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
