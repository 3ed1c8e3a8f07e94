package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Walks two versions of a schema side by side. */
final class SchemaComparison {

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

    /** Compares two schemas; one that is missing allows everything. */
    void compare(Place place, JsonNode oldSchema, JsonNode newSchema) {
        JsonNode oldRoot = before.resolve(oldSchema);
        JsonNode newRoot = after.resolve(newSchema);
        List<Integer> pair = List.of(System.identityHashCode(oldRoot), System.identityHashCode(newRoot));
        if (!open.add(pair)) {
            return;
        }
        SchemaParts old = new SchemaParts(before.composition(oldRoot).toList());
        SchemaParts now = new SchemaParts(after.composition(newRoot).toList());
        SchemaRule.ALL.forEach(
                rule -> rule.judge(place, old.parts(), now.parts()).ifPresent(found));
        extensions(place, old.parts(), now.parts());
        nullable(place, old, now);
        properties(place, old.properties(), now.properties());
        required(place, old, now);
        undeclared(place, old, now);
        alternatives(place, "oneOf", old, now);
        alternatives(place, "anyOf", old, now);
        if (old.first("items").isObject() || now.first("items").isObject()) {
            compare(place.below("[]"), old.first("items"), now.first("items"));
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

    private void nullable(Place place, SchemaParts old, SchemaParts now) {
        if (old.isNullable() && !now.isNullable()) {
            report(place, "nullable", Direction.NARROWER, "null no longer allowed");
        } else if (!old.isNullable() && now.isNullable()) {
            report(place, "nullable", Direction.WIDER, "null allowed");
        }
    }

    private void properties(Place place, Map<String, JsonNode> old, Map<String, JsonNode> now) {
        old.forEach((name, schema) -> {
            if (now.containsKey(name)) {
                compare(place.below(name), schema, now.get(name));
            } else {
                report(place.below(name), "property", Direction.OTHER, "property removed");
            }
        });
    }

    private void required(Place place, SchemaParts old, SchemaParts now) {
        Set<String> was = old.required();
        Set<String> is = now.required();
        is.stream()
                .filter(name -> !was.contains(name))
                .forEach(name -> report(place.below(name), "required", Direction.NARROWER, "became required"));
        was.stream()
                .filter(name -> !is.contains(name) && now.properties().containsKey(name))
                .forEach(name -> report(place.below(name), "required", Direction.WIDER, "no longer required"));
    }

    /** Closing breaks on both sides, like removing a property; opening breaks none, since readers expect additions. */
    private void undeclared(Place place, SchemaParts old, SchemaParts now) {
        String keyword = "additionalProperties";
        if (old.isClosed() != now.isClosed()) {
            String words = now.isClosed() ? "set to false" : "allowed";
            found.accept(new Difference(place, keyword, keyword + " " + words, now.isClosed()));
        } else if (old.undeclared().isObject() || now.undeclared().isObject()) {
            compare(place.below("*"), old.undeclared(), now.undeclared());
        }
    }

    private void alternatives(Place place, String keyword, SchemaParts before, SchemaParts after) {
        Map<String, JsonNode> old = before.alternatives(keyword);
        Map<String, JsonNode> now = after.alternatives(keyword);
        Direction lost = now.isEmpty() ? Direction.WIDER : Direction.NARROWER;
        Direction got = old.isEmpty() ? Direction.NARROWER : Direction.WIDER;
        old.forEach((name, schema) -> {
            if (now.containsKey(name)) {
                compare(place, schema, now.get(name));
            } else {
                report(place, keyword, lost, keyword + " lost " + name);
            }
        });
        now.keySet().stream()
                .filter(name -> !old.containsKey(name))
                .forEach(name -> report(place, keyword, got, keyword + " got " + name));
    }

    private void report(Place place, String aspect, Direction direction, String words) {
        found.accept(Difference.of(place, aspect, direction, words));
    }
}
