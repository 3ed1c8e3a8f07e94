package dev.remoteassistance.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.read.Members;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The references in a part of a contract, and in what they lead to. */
final class PartReferences {

    private record Visit(JsonNode node, boolean areNames) {}

    private final ContractDocument document;
    /** The references by their text. Each comes after a reference whose target contains it, unless the part itself does. */
    private final Map<String, JsonNode> references = new LinkedHashMap<>();

    private boolean hasDiscriminator;

    PartReferences(ContractDocument document, JsonNode part) {
        this.document = document;
        collect(part);
    }

    /** Whether they lead to the same in another contract, which has the same part. */
    boolean leadToTheSameIn(ContractDocument other) {
        return (!hasDiscriminator || schemas(other).equals(schemas(document)))
                && references.values().stream()
                        .allMatch(reference -> other.follow(reference).equals(document.follow(reference)));
    }

    private static JsonNode schemas(ContractDocument document) {
        return document.root().path("components").path("schemas");
    }

    private void collect(JsonNode start) {
        Deque<Visit> waiting = new ArrayDeque<>(List.of(new Visit(start, false)));
        while (!waiting.isEmpty()) {
            Visit visit = waiting.poll();
            JsonNode node = visit.node();
            if (node.isArray()) {
                node.forEach(element -> waiting.add(new Visit(element, false)));
                continue;
            }
            boolean isReference = !visit.areNames() && node.path("$ref").isTextual();
            if (isReference && references.putIfAbsent(node.get("$ref").asText(), node) == null) {
                waiting.add(new Visit(document.follow(node), false));
            }
            if (!visit.areNames() && node.has("discriminator") && !hasDiscriminator) {
                // A discriminator may name schemas that nothing refers to.
                hasDiscriminator = true;
                waiting.add(new Visit(schemas(document), true));
            }
            node.properties().forEach(member -> {
                String name = member.getKey();
                if (visit.areNames() || !Members.areValues(name) && !name.startsWith("x-")) {
                    boolean areNames = !visit.areNames()
                            && Members.areNames(name)
                            && member.getValue().isObject();
                    waiting.add(new Visit(member.getValue(), areNames));
                }
            });
        }
    }
}
