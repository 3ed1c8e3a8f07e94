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
    private final Deque<Draft> open = new ArrayDeque<>();
    private final List<Alternative> found = new ArrayList<>();
    /** The parts that were found before any {@code oneOf} or {@code anyOf} was followed. */
    private Draft uncombined;

    /** An alternative with the parts that were found so far. */
    private static final class Draft {
        private final Deque<JsonNode> waiting = new ArrayDeque<>();
        private final Set<JsonNode> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<JsonNode> inOrder = new ArrayList<>();
        private final List<JsonNode> composed = new ArrayList<>();
        private final Deque<JsonNode> groups = new ArrayDeque<>();
        private final Deque<String> keywords = new ArrayDeque<>();
        private boolean isImpossible;
        private String keyword = "";
        private String label = "";

        Draft copy() {
            Draft copy = new Draft();
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
        Draft first = new Draft();
        first.waiting.addAll(roots);
        open.add(first);
    }

    List<Alternative> alternatives() {
        while (!open.isEmpty()) {
            Draft draft = open.poll();
            while (!draft.waiting.isEmpty()) {
                take(draft, draft.waiting.poll());
            }
            if (uncombined == null) {
                uncombined = draft.copy();
            }
            if (draft.groups.isEmpty()) {
                found.add(alternative(
                        draft, draft.isImpossible ? Conjunction.Kind.IMPOSSIBLE : Conjunction.Kind.COMPLETE));
            } else {
                branch(draft);
            }
            if (open.size() + found.size() > MAX_ALTERNATIVES) {
                return List.of(alternative(uncombined, Conjunction.Kind.UNCOMBINED));
            }
        }
        List<Alternative> possible =
                found.stream().filter(one -> !one.conjunction().isImpossible()).toList();
        return possible.isEmpty() ? List.of(found.get(0)) : possible;
    }

    private Alternative alternative(Draft draft, Conjunction.Kind kind) {
        return new Alternative(draft.keyword, draft.label, schemas.conjunction(draft.inOrder, draft.composed, kind));
    }

    private void take(Draft draft, JsonNode schema) {
        if (schema.isBoolean() && !schema.asBoolean()) {
            draft.isImpossible = true;
        }
        if (!schema.isObject() || !draft.parts.add(schema)) {
            return;
        }
        if (schema.path("$ref").isTextual()) {
            draft.waiting.addFirst(schemas.document().follow(schema));
            if (!schemas.hasSiblings(schema)) {
                return;
            }
        }
        draft.inOrder.add(schema);
        schema.path("allOf").forEach(part -> {
            draft.waiting.add(part);
            draft.composed.add(schemas.document().resolve(part));
        });
        group(draft, schema, "oneOf");
        group(draft, schema, "anyOf");
    }

    private static void group(Draft draft, JsonNode schema, String keyword) {
        JsonNode group = schema.path(keyword);
        if (group.size() == 1) {
            draft.waiting.add(group.get(0));
        } else if (group.size() > 1) {
            draft.groups.add(group);
            draft.keywords.add(keyword);
        }
    }

    private void branch(Draft draft) {
        JsonNode group = draft.groups.poll();
        String keyword = draft.keywords.poll();
        for (JsonNode alternative : group) {
            Draft next = draft.copy();
            next.waiting.add(alternative);
            next.keyword = keyword;
            next.label = draft.label.isEmpty() ? label(alternative) : draft.label + " with " + label(alternative);
            open.add(next);
        }
    }

    private static String label(JsonNode alternative) {
        String text = alternative.path("$ref").asText(alternative.toString());
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL) + "…";
    }
}
