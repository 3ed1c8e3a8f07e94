package dev.remoteassistance.contract.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Draws values that a schema allows. */
final class ValueDraw {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Below this depth only required values are drawn, because schemas may contain themselves. */
    private static final int DEEP = 4;

    private static final int BOTTOM = 20;
    private static final long WIDEST_OF_ITSELF = 1_000;

    private final ContractDocument document;
    private final Random random;

    ValueDraw(ContractDocument document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** Draws a value with every allowed property, and with an element in each array that may have one. */
    JsonNode value(JsonNode schema) {
        return value(schema, 0);
    }

    private JsonNode value(JsonNode schema, int depth) {
        Shape shape = Shape.of(document, schema);
        JsonNode only = shape.keyword("const");
        List<JsonNode> members = shape.members();
        if (!only.isMissingNode() || !members.isEmpty()) {
            return only.isMissingNode() ? members.get(random.nextInt(members.size())) : only;
        }
        return switch (shape.type()) {
            case "object" -> object(shape, depth);
            case "array" -> array(shape, depth);
            case "integer" -> NODES.numberNode(number(shape, 1).longValue());
            case "number" -> NODES.numberNode(number(shape, 0));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.textNode(TextDraw.text(shape, random));
        };
    }

    /** Draws an object with every allowed property. */
    ObjectNode object(Shape shape) {
        return object(shape, 0);
    }

    private ObjectNode object(Shape shape, int depth) {
        ObjectNode object = NODES.objectNode();
        shape.properties().forEach((name, schema) -> {
            boolean mayBeLeftOut = !shape.required().contains(name);
            if (mayBeLeftOut && Shape.of(document, schema).hasRulesInWords()) {
                return;
            }
            if (depth < DEEP || depth < BOTTOM && !mayBeLeftOut) {
                object.set(name, value(schema, depth + 1));
            }
        });
        return object;
    }

    private ArrayNode array(Shape shape, int depth) {
        long least = shape.least("minItems").orElse(0L);
        long most = shape.most("maxItems").orElse(1L);
        ArrayNode array = NODES.arrayNode();
        for (long i = 0; i < Math.max(least, Math.min(1, depth < DEEP ? most : 0)) && depth < BOTTOM; i++) {
            array.add(value(shape.keyword("items"), depth + 1));
        }
        return array;
    }

    /** Draws a number between its bounds, at least 1 away from an exclusive bound, which suits integers too. */
    private BigDecimal number(Shape shape, int scale) {
        BigDecimal least = bound(shape, "minimum", "exclusiveMinimum", BigDecimal.ONE);
        BigDecimal most = bound(shape, "maximum", "exclusiveMaximum", BigDecimal.ONE.negate());
        BigDecimal from = least != null
                ? least
                : most != null ? most.subtract(BigDecimal.valueOf(WIDEST_OF_ITSELF)) : BigDecimal.ZERO;
        BigDecimal to = most != null ? most : from.add(BigDecimal.valueOf(WIDEST_OF_ITSELF));
        BigDecimal drawn = from.add(to.subtract(from).multiply(BigDecimal.valueOf(random.nextInt(1001), 3)));
        JsonNode step = shape.keyword("multipleOf");
        if (step.isNumber() && step.decimalValue().signum() > 0) {
            return drawn.subtract(drawn.remainder(step.decimalValue()));
        }
        return scale == 1 ? new BigDecimal(drawn.toBigInteger()) : drawn;
    }

    private static BigDecimal bound(Shape shape, String inclusive, String exclusive, BigDecimal inside) {
        JsonNode bound = shape.keyword(inclusive);
        JsonNode excluded = shape.keyword(exclusive);
        if (excluded.isNumber()) {
            return excluded.decimalValue().add(inside);
        }
        return !bound.isNumber()
                ? null
                : excluded.asBoolean() ? bound.decimalValue().add(inside) : bound.decimalValue();
    }
}
