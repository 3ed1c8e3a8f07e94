package dev.remoteassistance.contract.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference.Effect;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.difference.Judgement;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.difference.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Compares bodies, by their media types. */
final class ContentComparison {

    private final ValueComparison values;
    private final Writer writer;

    ContentComparison(ValueComparison values, Writer writer) {
        this.values = values;
        this.writer = writer;
    }

    /** Compares the content of two request bodies or two responses. */
    void compare(Place place, JsonNode old, JsonNode now) {
        Map<String, JsonNode> before = entries(old);
        Map<String, JsonNode> after = entries(now);
        before.forEach((type, content) -> {
            Optional<Map.Entry<String, JsonNode>> kept = MediaType.find(type, after);
            if (kept.isEmpty()) {
                narrowed(place, type, content, after);
            } else {
                if (MediaType.isRange(kept.get().getKey()) && !MediaType.isRange(type)) {
                    String words =
                            "media type " + type + " became " + kept.get().getKey();
                    values.report(
                            place,
                            "media type",
                            Direction.WIDER,
                            writer,
                            words,
                            content,
                            kept.get().getValue());
                }
                compare(place, type, content, kept.get().getValue());
            }
        });
        added(place, before, after);
    }

    /**
     * Reports a media type that is gone. If types within a range replace it, writers have less choice, and readers get
     * nothing unexpected.
     */
    private void narrowed(Place place, String range, JsonNode content, Map<String, JsonNode> after) {
        Map<String, JsonNode> within = new LinkedHashMap<>();
        after.forEach((type, now) -> {
            if (MediaType.isRange(range)
                    && MediaType.find(type, Map.of(range, content)).isPresent()) {
                within.put(type, now);
            }
        });
        within.forEach((type, now) -> compare(place, type, content, now));
        values.report(
                place,
                "media type",
                within.isEmpty() ? Direction.OTHER : Direction.NARROWER,
                writer,
                within.isEmpty()
                        ? "media type removed: " + range
                        : "media type " + range + " became " + String.join(", ", within.keySet()),
                content,
                null);
    }

    private void added(Place place, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        after.forEach((type, content) -> {
            if (before.isEmpty()) {
                // The baseline has no body, so its readers do not expect one.
                values.report(place, "body", Direction.WIDER, writer, "body added: " + type, null, content);
            } else if (MediaType.find(type, before).isEmpty()) {
                values.differences()
                        .add(place, "media type", Effect.ADDITION, "media type added: " + type, null, content);
            }
        });
    }

    private void compare(Place place, String type, JsonNode old, JsonNode now) {
        Judgement judgement = Judgement.of(writer);
        boolean isXml = MediaType.isXml(type);
        if (isXml) {
            rootElement(place, old.path("schema"), now.path("schema"));
        }
        values.schema(place, old.path("schema"), now.path("schema"), isXml ? judgement.ofXml() : judgement);
        if (MediaType.isOfParts(type)) {
            new EncodingComparison(values, writer).compare(place, old.path("encoding"), now.path("encoding"));
        }
    }

    /**
     * Compares the name that the root element of an XML document takes from its schema, unless a schema states a name.
     */
    private void rootElement(Place place, JsonNode old, JsonNode now) {
        String was = name(old, values.old(old));
        String is = name(now, values.now(now));
        if (!was.equals(is)
                && !values.old(old).path("xml").has("name")
                && !values.now(now).path("xml").has("name")) {
            values.report(
                    place, "xml", Direction.OTHER, writer, "xml name changed from " + was + " to " + is, old, now);
        }
    }

    private static String name(JsonNode schema, JsonNode resolved) {
        String reference = schema.path("$ref").asText();
        return resolved.path("xml").path("name").asText(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static Map<String, JsonNode> entries(JsonNode body) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        body.path("content").properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }
}
