package dev.remoteassistance.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.read.Pointers;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Resolves references within a tree. */
final class References {

    /** A longer chain is a circle, or nobody could follow it. */
    private static final int MAX_CHAIN = 100;

    private final JsonNode root;
    private final String name;
    private final Map<String, JsonNode> found = new ConcurrentHashMap<>();

    References(JsonNode root, String name) {
        this.root = root;
        this.name = name;
    }

    JsonNode resolve(JsonNode node) {
        JsonNode reached = node;
        for (int i = 0; reached.path("$ref").isTextual(); i++) {
            if (i == MAX_CHAIN) {
                throw refusal(
                        reached.get("$ref").asText(),
                        "references that lead in a circle, or through more than " + MAX_CHAIN);
            }
            reached = follow(reached);
        }
        return reached;
    }

    /** @param doSiblingsCount whether keywords beside a reference mean something; then a node that has any is kept */
    JsonNode resolvePlainReference(JsonNode node, boolean doSiblingsCount) {
        resolve(node);
        JsonNode reached = node;
        while (reached.path("$ref").isTextual() && (reached.size() == 1 || !doSiblingsCount)) {
            reached = follow(reached);
        }
        return reached;
    }

    JsonNode follow(JsonNode node) {
        return found.computeIfAbsent(node.get("$ref").asText(), this::target);
    }

    private JsonNode target(String reference) {
        if (!reference.startsWith("#")) {
            throw refusal(reference, "a reference to a file in a document that was read without its files");
        }
        String pointer = Pointers.percentDecoded(reference.substring(1));
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw refusal(reference, "a reference by $anchor, $id or another name is not read, only JSON Pointers are");
        }
        JsonNode target = root.at(pointer);
        if (target.isMissingNode()) {
            throw refusal(reference, "a reference to nothing");
        }
        return target;
    }

    private RefusedContractException refusal(String reference, String reason) {
        return new RefusedContractException(name + ", reference " + reference, reason);
    }
}
