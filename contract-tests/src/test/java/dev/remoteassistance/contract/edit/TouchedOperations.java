package dev.remoteassistance.contract.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of an edited contract that an edit touches: operations that are other than before, and what they refer to. */
final class TouchedOperations {

    private static final String COMPONENTS = "/components/";
    private static final String SECURITY = "securitySchemes";

    private final JsonNode before;
    private final ObjectNode after;
    private final Set<String> kept = new LinkedHashSet<>();

    private TouchedOperations(JsonNode before, ContractDocument after) {
        this.before = before;
        this.after = after.copyOfRoot();
    }

    /** Returns the edited contract without all that is as it was. */
    static ContractDocument of(JsonNode before, ContractDocument after) {
        TouchedOperations touched = new TouchedOperations(before, after);
        touched.dropOperations();
        touched.dropComponents();
        return new ContractDocument(touched.after);
    }

    private void dropOperations() {
        ObjectNode paths = (ObjectNode) after.required("paths");
        for (String path : names(paths)) {
            ObjectNode item = (ObjectNode) paths.get(path);
            for (String method : names(item)) {
                Set<String> references = new LinkedHashSet<>();
                collect(item.get(method), references);
                boolean same = item.get(method)
                                .equals(before.path("paths").path(path).path(method))
                        && references.stream().allMatch(place -> after.at(place).equals(before.at(place)));
                if (same) {
                    item.remove(method);
                } else {
                    kept.addAll(references);
                }
            }
            if (item.isEmpty()) {
                paths.remove(path);
            }
        }
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("an edit that touches no operation shows nothing");
        }
    }

    private void dropComponents() {
        for (Map.Entry<String, JsonNode> kind : after.required("components").properties()) {
            if (!kind.getKey().equals(SECURITY)) {
                ObjectNode components = (ObjectNode) kind.getValue();
                components.remove(names(components).stream()
                        .filter(name -> !kept.contains(COMPONENTS + kind.getKey() + "/" + name))
                        .toList());
            }
        }
    }

    /** Finds the places that references lead to, one after another. */
    private void collect(JsonNode node, Set<String> places) {
        String reference = node.path("$ref").asText();
        if (reference.startsWith("#" + COMPONENTS) && places.add(reference.substring(1))) {
            collect(after.at(reference.substring(1)), places);
        }
        node.forEach(child -> collect(child, places));
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
