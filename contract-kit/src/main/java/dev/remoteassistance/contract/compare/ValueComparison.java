package dev.remoteassistance.contract.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.remoteassistance.contract.difference.Difference.Effect;
import dev.remoteassistance.contract.difference.Differences;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.difference.Judgement;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.difference.Writer;
import dev.remoteassistance.contract.schema.SchemaComparison;
import dev.remoteassistance.contract.schema.rule.KeywordRule;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.WireComparison;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares what requests and responses have in common: whether a value is required, limits in extensions, and schemas.
 */
final class ValueComparison {

    private final ContractDocument before;
    private final ContractDocument after;
    private final Differences differences;
    private final SchemaComparison schemas;

    ValueComparison(ContractDocument before, ContractDocument after, Differences differences) {
        this.before = before;
        this.after = after;
        this.differences = differences;
        schemas = new SchemaComparison(before, after);
    }

    Differences differences() {
        return differences;
    }

    void schema(Place place, JsonNode old, JsonNode now, Judgement judgement) {
        schemas.compare(place, old, now, judgement, differences::add);
    }

    /** Resolves a node of the baseline. */
    JsonNode old(JsonNode node) {
        return before.resolve(node);
    }

    /** Resolves a node of the revision. */
    JsonNode now(JsonNode node) {
        return after.resolve(node);
    }

    /** Returns whether two nodes differ only in wording. */
    boolean areSame(JsonNode old, JsonNode now) {
        return new WireComparison(before, after).areSame(old, now);
    }

    /** Compares two versions of a parameter or header. */
    void value(Place place, JsonNode old, JsonNode now, Writer writer) {
        required(place, old, now, writer);
        boolean was = old.path("deprecated").asBoolean();
        if (was != now.path("deprecated").asBoolean()) {
            String words = was ? "no longer deprecated" : "deprecated";
            differences.add(place, "deprecated", Effect.ADDITION, words, old, now);
        }
        schema(place, schemaOf(old), schemaOf(now), Judgement.of(writer));
    }

    void required(Place place, JsonNode old, JsonNode now, Writer writer) {
        boolean was = old.path("required").asBoolean();
        if (was != now.path("required").asBoolean()) {
            report(
                    place,
                    "required",
                    was ? Direction.WIDER : Direction.NARROWER,
                    writer,
                    was ? "no longer required" : "became required",
                    old,
                    now);
        }
    }

    /** Compares limits that extensions state outside of schemas. */
    void extensions(Place place, JsonNode old, JsonNode now, Writer writer) {
        Set<String> names = new TreeSet<>();
        Stream.of(old, now).forEach(node -> node.fieldNames().forEachRemaining(names::add));
        for (String name : names) {
            KeywordRule.ofExtension(name)
                    .flatMap(rule -> rule.comparison().compare(values(old, name), values(now, name)))
                    .ifPresent(change ->
                            report(place, name, change.direction(), writer, name + " " + change.words(), old, now));
        }
    }

    /** Returns the schema of a parameter or header, which may be below a media type. */
    static JsonNode schemaOf(JsonNode holder) {
        if (holder.has("schema")) {
            return holder.get("schema");
        }
        JsonNode content = holder.path("content");
        return content.isEmpty()
                ? MissingNode.getInstance()
                : content.iterator().next().path("schema");
    }

    void report(
            Place place, String aspect, Direction direction, Writer writer, String words, JsonNode old, JsonNode now) {
        differences.add(place, aspect, direction, writer, words, old, now);
    }

    private static List<JsonNode> values(JsonNode node, String name) {
        return node.has(name) ? List.of(node.get(name)) : List.of();
    }
}
