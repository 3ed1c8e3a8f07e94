package dev.remoteassistance.everything.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.stream.IntStream;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.generators.Generate;

/** Generates values of every JSON type, in arrays and objects down to the given depth. */
final class ValueGenerator implements Gen<JsonNode> {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LEAVES = 4;
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_NAME = 64;

    private final Gen<String> name = new TextGenerator(0, MAX_NAME);
    private final Gen<Long> kinds = Generate.longRange(0, Long.MAX_VALUE);
    private final Gen<Integer> siblings = Generate.range(0, LEAVES - 1);
    private final Gen<Boolean> emptyCore = Generate.booleans();
    private final Gen<Integer> depth;
    private final Gen<JsonNode> leaf;

    ValueGenerator(int maxDepth, int maxNumberLength) {
        this.depth = Generate.range(0, 19)
                .zip(
                        Generate.range(0, 4),
                        Generate.range(0, maxDepth),
                        (kind, flat, deep) -> kind == 19 ? Integer.valueOf(maxDepth) : kind > 16 ? deep : flat);
        this.leaf = Generate.range(0, 6)
                .zip(
                        new TextGenerator(0, MAX_TEXT),
                        new NumberGenerator(maxNumberLength),
                        (kind, text, number) -> switch (kind) {
                            case 0 -> JSON.nullNode();
                            case 1, 2 -> JSON.booleanNode(kind == 1);
                            case 3, 4 -> JSON.textNode(text);
                            // Keeps the spelling, which a number in a tree would lose.
                            default -> JSON.rawValueNode(new RawValue(number));
                        });
    }

    @Override
    public JsonNode generate(RandomnessSource source) {
        int levels = depth.generate(source);
        String property = name.generate(source);
        long kind = kinds.generate(source);
        int width = siblings.generate(source);
        boolean empty = emptyCore.generate(source);
        List<JsonNode> leaves =
                IntStream.range(0, LEAVES).mapToObj(i -> leaf.generate(source)).toList();
        JsonNode value = leaves.get(0);
        for (int level = 0; level < levels; level++) {
            List<JsonNode> beside = leaves.subList(1, 1 + width);
            JsonNode inner = level == 0 && empty ? null : value;
            value = (kind >> (level % 63) & 1) == 0 ? array(inner, beside) : object(property, inner, beside);
        }
        return value;
    }

    private static ArrayNode array(JsonNode inner, List<JsonNode> beside) {
        ArrayNode array = JSON.arrayNode();
        if (inner != null) {
            array.add(inner);
            array.addAll(beside);
        }
        return array;
    }

    private static ObjectNode object(String property, JsonNode inner, List<JsonNode> beside) {
        ObjectNode object = JSON.objectNode();
        if (inner != null) {
            object.set(property, inner);
            beside.forEach(value -> object.set(property + object.size(), value));
        }
        return object;
    }
}
