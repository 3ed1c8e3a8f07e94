package dev.remoteassistance.contract.generate;

import static dev.remoteassistance.contract.generate.Variation.broken;
import static dev.remoteassistance.contract.generate.Variation.limit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Lists what to try at one place: the value at each limit of its schema, and each of its rules broken once. */
final class Variations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LARGEST = 1_000_000;

    private final List<Variation> found = new ArrayList<>();
    private final Shape shape;

    private Variations(Shape shape) {
        this.shape = shape;
    }

    /**
     * Returns all variations of a place.
     *
     * @param required whether a value must be present
     * @param isText whether every value is sent as text, like a parameter, so that only its characters show its type
     */
    static List<Variation> of(Shape shape, boolean required, boolean isText) {
        Variations variations = new Variations(shape);
        variations.presence(required, isText);
        variations.type(isText);
        variations.members();
        switch (shape.type()) {
            case "string" -> variations.lengths();
            case "integer", "number" -> {
                variations.bound("minimum", BigDecimal.ONE.negate());
                variations.bound("maximum", BigDecimal.ONE);
            }
            case "array" -> variations.sizes();
            case "object" -> variations.names();
            default -> {}
        }
        return variations.found;
    }

    private void presence(boolean required, boolean isText) {
        JsonNode absent = MissingNode.getInstance();
        found.add(new Variation(Variation.ABSENT, !required, random -> Optional.of(absent)));
        if (!isText) {
            found.add(new Variation(Variation.NULL, shape.isNullable(), random -> Optional.of(NODES.nullNode())));
        }
    }

    private void type(boolean isText) {
        if (!shape.isTyped()) {
            return;
        }
        JsonNode other = switch (shape.type()) {
            case "string" -> NODES.numberNode(7);
            case "object" -> NODES.textNode("no object");
            case "array" -> NODES.textNode("no array");
            default -> NODES.textNode("nothing like it");
        };
        if (!isText || !List.of("string", "array", "object").contains(shape.type())) {
            found.add(broken("of another type than " + shape.type(), random -> Optional.of(other)));
        }
    }

    private void members() {
        List<JsonNode> members = shape.members();
        members.forEach(member -> found.add(limit("= " + member.asText(), random -> Optional.of(member))));
        if (!members.isEmpty() && shape.type().equals("string")) {
            found.add(broken("outside of the enum", random -> Optional.of(NODES.textNode("no such member"))));
        }
    }

    private void lengths() {
        if (!shape.members().isEmpty()) {
            return;
        }
        shape.most("maxLength").filter(most -> most < LARGEST).ifPresent(most -> {
            found.add(limit("of maxLength " + most, random -> text(most, random)));
            found.add(broken("longer than maxLength " + most, random -> anyText(most + 1, random)));
        });
        shape.least("minLength").filter(least -> least > 0 && least < LARGEST).ifPresent(least -> {
            found.add(limit("of minLength " + least, random -> text(least, random)));
            found.add(broken("shorter than minLength " + least, random -> anyText(least - 1, random)));
        });
        if (!shape.keyword("pattern").isMissingNode()) {
            found.add(broken("not of its pattern", random -> Optional.of(NODES.textNode("~!~"))));
        }
    }

    private Optional<JsonNode> text(long length, Random random) {
        return TextDraw.ofLength(shape, length, random).map(NODES::textNode);
    }

    /** Draws a text of the schema's pattern or format, or else any text of this length. */
    private Optional<JsonNode> anyText(long length, Random random) {
        return text(length, random).or(() -> Optional.of(NODES.textNode("x".repeat((int) length))));
    }

    private void bound(String keyword, BigDecimal outside) {
        JsonNode bound = shape.keyword(keyword);
        if (bound.isNumber()) {
            found.add(limit("at " + keyword + " " + bound, random -> Optional.of(bound)));
            found.add(broken(
                    "beyond " + keyword + " " + bound,
                    random -> Optional.of(NODES.numberNode(bound.decimalValue().add(outside)))));
        }
    }

    private void sizes() {
        shape.most("maxItems").filter(most -> most < LARGEST / 100).ifPresent(most -> {
            found.add(limit("of maxItems " + most, random -> items(most, random)));
            found.add(broken("more than maxItems " + most, random -> items(most + 1, random)));
        });
        shape.least("minItems").filter(least -> least > 0).ifPresent(least -> {
            found.add(limit("of minItems " + least, random -> items(least, random)));
            found.add(broken("fewer than minItems " + least, random -> items(least - 1, random)));
        });
    }

    private Optional<JsonNode> items(long count, Random random) {
        ArrayNode array = NODES.arrayNode();
        ValueDraw draw = new ValueDraw(shape.document(), random);
        for (long i = 0; i < count; i++) {
            array.add(draw.value(shape.keyword("items")));
        }
        return Optional.of(array);
    }

    private void names() {
        if (shape.isClosed()) {
            found.add(broken("with an undeclared property", random -> {
                ObjectNode object = new ValueDraw(shape.document(), random).object(shape);
                return Optional.of(object.put("undeclaredByTheContract", true));
            }));
        }
    }
}
