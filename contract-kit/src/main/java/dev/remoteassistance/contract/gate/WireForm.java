package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/** A contract without its words: two contracts with the same wire form differ in nothing that is sent. */
final class WireForm {

    /** What stands for readers and for generators of code. */
    private static final Pattern WORDS =
            Pattern.compile("description|summary|title|examples?|externalDocs|externalValue|tags|"
                    + "operationId|x-.*descriptions?|x-enum-varnames");

    /** Objects whose members are names, which may be any of those words. */
    private static final Set<String> NAMES = Set.of(
            "paths",
            "responses",
            "headers",
            "content",
            "encoding",
            "properties",
            "securitySchemes",
            "flows",
            "security",
            "scopes",
            "variables",
            "mapping",
            "links",
            "callbacks");

    /** Values, in which nothing is a word of OpenAPI. */
    private static final Set<String> VALUES = Set.of("default", "enum", "required");

    private final ContractDocument document;
    /** The references that lead here, since a schema may contain itself. */
    private final Deque<String> within = new ArrayDeque<>();

    private WireForm(ContractDocument document) {
        this.document = document;
    }

    static JsonNode of(ContractDocument document) {
        WireForm form = new WireForm(document);
        JsonNode root = document.root();
        ObjectNode wire = JsonNodeFactory.instance.objectNode();
        wire.set("servers", form.of(root.path("servers"), false));
        wire.set("paths", form.of(root.path("paths"), true));
        wire.set("security", form.of(root.path("security"), true));
        wire.set("schemes", form.of(root.path("components").path("securitySchemes"), true));
        return wire;
    }

    private JsonNode of(JsonNode node, boolean isNames) {
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(of(element, isNames)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        String reference = node.path("$ref").asText();
        if (!isNames && !reference.isEmpty()) {
            return within.contains(reference) ? node : inlined(reference, node);
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (isNames || !WORDS.matcher(name).matches()) {
                boolean isValue = !isNames && VALUES.contains(name);
                object.set(
                        name,
                        isValue
                                ? value
                                : name.equals("scopes") ? names(value) : of(value, !isNames && NAMES.contains(name)));
            }
        });
        return object;
    }

    private JsonNode inlined(String reference, JsonNode node) {
        within.push(reference);
        JsonNode inlined = of(document.resolve(node), false);
        within.pop();
        return inlined;
    }

    /** Scopes stand there with their descriptions. */
    private static JsonNode names(JsonNode scopes) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        scopes.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
