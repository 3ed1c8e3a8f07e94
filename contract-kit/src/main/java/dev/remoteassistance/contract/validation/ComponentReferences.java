package dev.remoteassistance.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.read.Members;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Moves the targets of all references below the components, and drops the root's extensions, which nothing else refers
 * to.
 */
final class ComponentReferences {

    private static final Pattern COMPONENT = Pattern.compile("#/components/[A-Za-z]+/[A-Za-z0-9._-]+");
    /** Kind of component that references below a member lead to; all others lead to schemas. */
    private static final Map<String, String> KINDS = Map.of(
            "parameters", "parameters",
            "requestBody", "requestBodies",
            "requestBodies", "requestBodies",
            "responses", "responses",
            "headers", "headers",
            "examples", "examples",
            "links", "links",
            "callbacks", "callbacks",
            "securitySchemes", "securitySchemes",
            "paths", "");

    private record Visit(JsonNode node, boolean areNames, String kind) {}

    private final ContractDocument document;
    private final Map<String, String> moved = new HashMap<>();
    private final Deque<Visit> waiting = new ArrayDeque<>();

    ComponentReferences(ContractDocument document) {
        this.document = document;
    }

    /** Changes a copy of the document's tree. */
    void apply(ObjectNode root) {
        root.remove(root.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith("x-"))
                .toList());
        waiting.add(new Visit(root, false, ""));
        while (!waiting.isEmpty()) {
            visit(waiting.poll(), root);
        }
    }

    private void visit(Visit visit, ObjectNode root) {
        JsonNode node = visit.node();
        if (node.isArray()) {
            node.forEach(element -> waiting.add(new Visit(element, false, visit.kind())));
        } else if (node instanceof ObjectNode object) {
            if (!visit.areNames() && object.path("$ref").isTextual()) {
                refer(object, visit.kind(), root);
            }
            object.properties().forEach(member -> {
                String name = member.getKey();
                if (visit.areNames()) {
                    waiting.add(new Visit(member.getValue(), false, visit.kind()));
                } else if (!Members.areValues(name) && !name.startsWith("x-")) {
                    boolean areNames =
                            Members.areNames(name) && member.getValue().isObject();
                    waiting.add(new Visit(member.getValue(), areNames, KINDS.getOrDefault(name, "schemas")));
                }
            });
        }
    }

    private void refer(ObjectNode object, String kind, ObjectNode root) {
        String reference = object.get("$ref").asText();
        if (kind.isEmpty()) {
            // Path items have no place among the components of OpenAPI 3.0.
            JsonNode item = document.resolve(object);
            object.remove("$ref");
            item.properties()
                    .forEach(member -> object.putIfAbsent(
                            member.getKey(), member.getValue().deepCopy()));
        } else if (!COMPONENT.matcher(reference).matches()) {
            String name = moved.get(kind + reference);
            if (name == null) {
                name = "Moved" + moved.size();
                moved.put(kind + reference, name);
                JsonNode target = document.resolve(object).deepCopy();
                root.withObjectProperty("components").withObjectProperty(kind).set(name, target);
                waiting.add(new Visit(target, false, kind));
            }
            object.put("$ref", "#/components/" + kind + "/" + name);
        }
    }
}
