package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Walks two versions of a schema side by side; what is composed by {@code allOf} counts as one schema. */
final class SchemaComparison {

    private static final JsonNode ANYTHING = JsonNodeFactory.instance.objectNode();

    private final ContractDocument before;
    private final ContractDocument after;
    private final Consumer<Difference> found;
    /** The pairs that the walk is in, since schemas may contain themselves. */
    private final Set<List<Integer>> open = new HashSet<>();

    SchemaComparison(ContractDocument before, ContractDocument after, Consumer<Difference> found) {
        this.before = before;
        this.after = after;
        this.found = found;
    }

    void compare(Place place, JsonNode oldSchema, JsonNode newSchema) {
        JsonNode oldRoot = before.resolve(oldSchema);
        JsonNode newRoot = after.resolve(newSchema);
        List<Integer> pair = List.of(System.identityHashCode(oldRoot), System.identityHashCode(newRoot));
        if (!open.add(pair)) {
            return;
        }
        List<JsonNode> old = before.composition(oldRoot).toList();
        List<JsonNode> now = after.composition(newRoot).toList();
        SchemaRule.ALL.forEach(rule -> rule.judge(place, old, now).ifPresent(found));
        extensions(place, old, now);
        nullable(place, old, now);
        properties(place, old, now);
        undeclared(place, old, now);
        alternatives(place, "oneOf", old, now);
        alternatives(place, "anyOf", old, now);
        if (has(old, "items") || has(now, "items")) {
            compare(place.below("[]"), first(old, "items"), first(now, "items"));
        }
        open.remove(pair);
    }

    /** Limits in extensions, of schemas and of anything else that has some. */
    void extensions(Place place, List<JsonNode> old, List<JsonNode> now) {
        Set<String> names = new TreeSet<>();
        Stream.concat(old.stream(), now.stream())
                .forEach(part -> part.fieldNames().forEachRemaining(names::add));
        names.stream()
                .flatMap(name -> SchemaRule.ofExtension(name).stream())
                .flatMap(rule -> rule.judge(place, old, now).stream())
                .forEach(found);
    }

    /** Null is allowed where every part that states a type allows it. */
    private void nullable(Place place, List<JsonNode> old, List<JsonNode> now) {
        boolean was = isNullable(old);
        if (was != isNullable(now)) {
            report(
                    place,
                    "nullable",
                    was ? Direction.NARROWER : Direction.WIDER,
                    was ? "null no longer allowed" : "null allowed");
        }
    }

    private static boolean isNullable(List<JsonNode> parts) {
        return parts.stream()
                .filter(part -> part.has("type"))
                .allMatch(part -> part.path("nullable").asBoolean());
    }

    private void properties(Place place, List<JsonNode> old, List<JsonNode> now) {
        Map<String, JsonNode> oldProperties = members(old);
        Map<String, JsonNode> newProperties = members(now);
        oldProperties.forEach((name, schema) -> {
            if (newProperties.containsKey(name)) {
                compare(place.below(name), schema, newProperties.get(name));
            } else {
                report(place.below(name), "property", Direction.OTHER, "property removed");
            }
        });
        Set<String> wasRequired = required(old);
        Set<String> isRequired = required(now);
        isRequired.stream()
                .filter(name -> !wasRequired.contains(name))
                .forEach(name -> report(place.below(name), "required", Direction.NARROWER, "became required"));
        wasRequired.stream()
                .filter(name -> !isRequired.contains(name) && newProperties.containsKey(name))
                .forEach(name -> report(place.below(name), "required", Direction.WIDER, "no longer required"));
    }

    /** Closing breaks on both sides, like removing a property; opening breaks none, since readers expect additions. */
    private void undeclared(Place place, List<JsonNode> old, List<JsonNode> now) {
        String keyword = "additionalProperties";
        if (isClosed(old) || isClosed(now)) {
            if (isClosed(old) != isClosed(now)) {
                found.accept(new Difference(
                        place, keyword, isClosed(now) ? "additionalProperties set to false" : "opened", isClosed(now)));
            }
        } else if (first(old, keyword).isObject() || first(now, keyword).isObject()) {
            compare(place.below("*"), schemaOrAnything(old), schemaOrAnything(now));
        }
    }

    private static boolean isClosed(List<JsonNode> parts) {
        return parts.stream()
                .map(part -> part.path("additionalProperties"))
                .anyMatch(value -> value.isBoolean() && !value.asBoolean());
    }

    private static JsonNode schemaOrAnything(List<JsonNode> parts) {
        return first(parts, "additionalProperties").isObject() ? first(parts, "additionalProperties") : ANYTHING;
    }

    /** Alternatives are the same if they are the same reference, or else the same text. */
    private void alternatives(Place place, String keyword, List<JsonNode> old, List<JsonNode> now) {
        Map<String, JsonNode> oldOnes = named(first(old, keyword));
        Map<String, JsonNode> newOnes = named(first(now, keyword));
        oldOnes.forEach((name, schema) -> {
            if (newOnes.containsKey(name)) {
                compare(place, schema, newOnes.get(name));
            } else {
                report(
                        place,
                        keyword,
                        newOnes.isEmpty() ? Direction.WIDER : Direction.NARROWER,
                        keyword + " lost " + name);
            }
        });
        newOnes.keySet().stream()
                .filter(name -> !oldOnes.containsKey(name))
                .forEach(name -> report(
                        place,
                        keyword,
                        oldOnes.isEmpty() ? Direction.NARROWER : Direction.WIDER,
                        keyword + " got " + name));
    }

    private static Map<String, JsonNode> named(JsonNode alternatives) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        alternatives.forEach(schema -> named.put(schema.path("$ref").asText(schema.toString()), schema));
        return named;
    }

    private static Map<String, JsonNode> members(List<JsonNode> parts) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        parts.forEach(part ->
                part.path("properties").properties().forEach(entry -> members.put(entry.getKey(), entry.getValue())));
        return members;
    }

    private static Set<String> required(List<JsonNode> parts) {
        Set<String> names = new LinkedHashSet<>();
        parts.stream()
                .flatMap(part -> StreamSupport.stream(part.path("required").spliterator(), false))
                .forEach(name -> names.add(name.asText()));
        return names;
    }

    private static boolean has(List<JsonNode> parts, String keyword) {
        return parts.stream().anyMatch(part -> part.has(keyword));
    }

    private static JsonNode first(List<JsonNode> parts, String keyword) {
        return parts.stream()
                .filter(part -> part.has(keyword))
                .map(part -> part.get(keyword))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private void report(Place place, String aspect, Direction direction, String words) {
        found.accept(Difference.of(place, aspect, direction, words));
    }
}
