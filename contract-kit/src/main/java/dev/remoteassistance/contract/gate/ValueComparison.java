package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.function.Consumer;

/** Compares what requests and answers have in common: values that are required or not, bodies, schemas. */
final class ValueComparison {

    private final Consumer<Difference> found;
    private final SchemaComparison schemas;

    ValueComparison(ContractDocument before, ContractDocument after, Consumer<Difference> found) {
        this.found = found;
        schemas = new SchemaComparison(before, after, found);
    }

    SchemaComparison schemas() {
        return schemas;
    }

    /** A parameter or header. */
    void value(Place place, JsonNode old, JsonNode now) {
        required(place, old, now);
        schemas.compare(place, schema(old), schema(now));
    }

    /** A body, by its media types. */
    void content(Place place, JsonNode old, JsonNode now) {
        old.path("content").properties().forEach(entry -> {
            JsonNode kept = now.path("content").path(entry.getKey());
            if (kept.isMissingNode()) {
                report(place, "media type", Direction.OTHER, "media type removed: " + entry.getKey());
            } else {
                schemas.compare(place, entry.getValue().path("schema"), kept.path("schema"));
            }
        });
    }

    void required(Place place, JsonNode old, JsonNode now) {
        boolean was = old.path("required").asBoolean();
        if (was != now.path("required").asBoolean()) {
            report(
                    place,
                    "required",
                    was ? Direction.WIDER : Direction.NARROWER,
                    was ? "no longer required" : "became required");
        }
    }

    /** The schema of a parameter or header, which may stand below a media type. */
    private static JsonNode schema(JsonNode holder) {
        return holder.has("schema")
                ? holder.get("schema")
                : holder.path("content").findPath("schema");
    }

    void report(Place place, String aspect, Direction direction, String words) {
        found.accept(Difference.of(place, aspect, direction, words));
    }
}
