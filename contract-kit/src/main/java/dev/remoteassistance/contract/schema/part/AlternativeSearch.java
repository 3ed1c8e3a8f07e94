package dev.remoteassistance.contract.schema.part;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds the alternatives of a schema: follows references and {@code allOf}, and takes each alternative of each {@code
 * oneOf} and {@code anyOf} in turn.
 */
public final class AlternativeSearch {

    /** More combinations are compared as a whole, by their content. */
    public static final int MAX_ALTERNATIVES = 256;

    private static final int LONGEST_LABEL = 80;

    private final Schemas schemas;
    private final Deque<Way> open = new ArrayDeque<>();
    private final List<Alternative> found = new ArrayList<>();
    /** The parts that were found before any {@code oneOf} or {@code anyOf} was followed. */
    private Way uncombined;

    /** An alternative with the parts that were found so far. */
    private static final class Way {
        private final Deque<JsonNode> waiting = new ArrayDeque<>();
        private final Set<JsonNode> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<JsonNode> inOrder = new ArrayList<>();
        private final List<JsonNode> composed = new ArrayList<>();
        private final Deque<JsonNode> groups = new ArrayDeque<>();
        private final Deque<String> keywords = new ArrayDeque<>();
        private boolean isImpossible;
        private String keyword = "";
        private String label = "";

        Way copy() {
            Way copy = new Way();
            copy.parts.addAll(parts);
            copy.inOrder.addAll(inOrder);
            copy.composed.addAll(composed);
            copy.groups.addAll(groups);
            copy.keywords.addAll(keywords);
            copy.isImpossible = isImpossible;
            copy.keyword = keyword;
            copy.label = label;
            return copy;
        }
    }

    AlternativeSearch(Schemas schemas, List<JsonNode> roots) {
        this.schemas = schemas;
        Way first = new Way();
        first.waiting.addAll(roots);
        open.add(first);
    }

    List<Alternative> alternatives() {
        while (!open.isEmpty()) {
            Way way = open.poll();
            while (!way.waiting.isEmpty()) {
                take(way, way.waiting.poll());
            }
            if (uncombined == null) {
                uncombined = way.copy();
            }
            if (way.groups.isEmpty()) {
                found.add(alternative(way, way.isImpossible ? Conjunction.Kind.IMPOSSIBLE : Conjunction.Kind.COMPLETE));
            } else {
                branch(way);
            }
            if (open.size() + found.size() > MAX_ALTERNATIVES) {
                return List.of(alternative(uncombined, Conjunction.Kind.UNCOMBINED));
            }
        }
        List<Alternative> possible =
                found.stream().filter(way -> !way.conjunction().isImpossible()).toList();
        return possible.isEmpty() ? List.of(found.get(0)) : possible;
    }

    private Alternative alternative(Way way, Conjunction.Kind kind) {
        return new Alternative(way.keyword, way.label, schemas.conjunction(way.inOrder, way.composed, kind));
    }

    private void take(Way way, JsonNode schema) {
        if (schema.isBoolean() && !schema.asBoolean()) {
            way.isImpossible = true;
        }
        if (!schema.isObject() || !way.parts.add(schema)) {
            return;
        }
        if (schema.path("$ref").isTextual()) {
            way.waiting.addFirst(schemas.document().follow(schema));
            if (!schemas.hasSiblings(schema)) {
                return;
            }
        }
        way.inOrder.add(schema);
        schema.path("allOf").forEach(part -> {
            way.waiting.add(part);
            way.composed.add(schemas.document().resolve(part));
        });
        group(way, schema, "oneOf");
        group(way, schema, "anyOf");
    }

    private static void group(Way way, JsonNode schema, String keyword) {
        JsonNode group = schema.path(keyword);
        if (group.size() == 1) {
            way.waiting.add(group.get(0));
        } else if (group.size() > 1) {
            way.groups.add(group);
            way.keywords.add(keyword);
        }
    }

    private void branch(Way way) {
        JsonNode group = way.groups.poll();
        String keyword = way.keywords.poll();
        for (JsonNode alternative : group) {
            Way next = way.copy();
            next.waiting.add(alternative);
            next.keyword = keyword;
            next.label = way.label.isEmpty() ? label(alternative) : way.label + " with " + label(alternative);
            open.add(next);
        }
    }

    private static String label(JsonNode alternative) {
        String text = alternative.path("$ref").asText(alternative.toString());
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL) + "…";
    }
}
