package dev.remoteassistance.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A place below a body whose values follow one of several schemas.
 *
 * @param document contract that contains the schema
 * @param path from the body's root
 * @param schema resolved; it has the keyword
 * @param keyword {@code oneOf} or {@code anyOf}
 */
public record ChoicePlace(ContractDocument document, List<String> path, JsonNode schema, String keyword) {

    /** The path as people write it. */
    public String name() {
        return path.isEmpty() ? "body" : String.join("/", path);
    }

    /** Names the alternatives by their schemas, or else by numbers from 1. */
    public List<String> alternatives() {
        List<JsonNode> all = all();
        return IntStream.range(0, all.size())
                .mapToObj(i -> {
                    String schemaName = schemaName(all.get(i));
                    return schemaName.isEmpty() || all.indexOf(all.get(i)) != i ? "alternative " + (i + 1) : schemaName;
                })
                .toList();
    }

    /** Whether a body has a value here that is meant for one alternative, and for no other. */
    public boolean isTaken(int alternative, JsonNode body) {
        return PropertyPlace.values(body, path).anyMatch(value -> isFor(alternative, value));
    }

    private boolean isFor(int alternative, JsonNode value) {
        JsonNode discriminator = schema.path("discriminator");
        JsonNode named = value.path(discriminator.path("propertyName").asText());
        if (discriminator.isObject() && named.isTextual()) {
            String target = discriminator.path("mapping").path(named.asText()).asText(named.asText());
            return lastName(target).equals(schemaName(all().get(alternative)));
        }
        SchemaFit fit = new SchemaFit(document);
        List<JsonNode> all = all();
        return IntStream.range(0, all.size()).allMatch(i -> fit.fits(all.get(i), value) == (i == alternative));
    }

    private List<JsonNode> all() {
        return ContractDocument.elements(schema.get(keyword)).toList();
    }

    private static String schemaName(JsonNode alternative) {
        return lastName(alternative.path("$ref").asText());
    }

    private static String lastName(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
