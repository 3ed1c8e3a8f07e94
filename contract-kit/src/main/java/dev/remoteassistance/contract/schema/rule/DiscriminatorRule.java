package dev.remoteassistance.contract.schema.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.schema.part.Conjunction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares discriminators: which value of a property selects which schema. */
final class DiscriminatorRule {

    private static final String KEYWORD = "discriminator";
    private static final String SCHEMAS = "#/components/schemas/";

    private DiscriminatorRule() {}

    static void compare(PartComparison pair) {
        JsonNode old = holder(pair.before());
        JsonNode now = holder(pair.after());
        if (old == null) {
            return;
        } else if (now == null) {
            pair.report(KEYWORD, Direction.OTHER, KEYWORD + " " + old.get(KEYWORD) + " dropped");
            return;
        }
        JsonNode oldProperty = old.get(KEYWORD).path("propertyName");
        if (!oldProperty.equals(now.get(KEYWORD).path("propertyName"))) {
            pair.report(
                    KEYWORD,
                    Direction.OTHER,
                    KEYWORD + " changed from " + old.get(KEYWORD) + " to " + now.get(KEYWORD));
            return;
        }
        names(pair, names(old), names(now));
    }

    private static void names(PartComparison pair, Map<String, String> old, Map<String, String> now) {
        old.forEach((name, reference) -> {
            if (now.containsKey(name)) {
                pair.compareInner("", java.util.List.of(node(reference)), java.util.List.of(node(now.get(name))));
            } else {
                pair.report(KEYWORD, Direction.NARROWER, KEYWORD + " lost " + name);
            }
        });
        now.keySet().stream()
                .filter(name -> !old.containsKey(name))
                .forEach(name -> pair.report(KEYWORD, Direction.WIDER, KEYWORD + " got " + name));
    }

    private static JsonNode holder(Conjunction conjunction) {
        JsonNode holder = conjunction.holder(KEYWORD);
        return holder != null && holder.path(KEYWORD).isObject() ? holder : null;
    }

    /** Returns the schema that each value selects: by the mapping, else by the schema's name. */
    private static Map<String, String> names(JsonNode schema) {
        Map<String, String> names = new LinkedHashMap<>();
        schema.path(KEYWORD).path("mapping").properties().forEach(entry -> {
            String target = entry.getValue().asText();
            names.put(entry.getKey(), target.startsWith("#") ? target : SCHEMAS + target);
        });
        Set<String> mapped = names.values().stream().collect(Collectors.toSet());
        for (String keyword : java.util.List.of("oneOf", "anyOf")) {
            for (JsonNode alternative : schema.path(keyword)) {
                String reference = alternative.path("$ref").asText();
                if (!reference.isEmpty() && !mapped.contains(reference)) {
                    names.put(reference.substring(reference.lastIndexOf('/') + 1), reference);
                }
            }
        }
        return names;
    }

    private static JsonNode node(String reference) {
        return JsonNodeFactory.instance.objectNode().put("$ref", reference);
    }
}
