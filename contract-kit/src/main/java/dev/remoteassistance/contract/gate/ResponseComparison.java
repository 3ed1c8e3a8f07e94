package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what two versions of an operation answer. */
final class ResponseComparison {

    private final ValueComparison values;

    ResponseComparison(ValueComparison values) {
        this.values = values;
    }

    void compare(OperationDocument old, OperationDocument now) {
        Map<String, JsonNode> oldOnes = byName(old.responses());
        Map<String, JsonNode> newOnes = byName(now.responses());
        oldOnes.forEach((status, answer) -> {
            Place place = Place.response(old.name(), status, "");
            JsonNode kept = StatusCover.of(newOnes, status);
            if (kept.isMissingNode()) {
                values.report(place, "status", Direction.OTHER, "status removed");
            } else {
                headers(old, now, status, answer, kept);
                values.content(Place.response(old.name(), status, Place.BODY), answer, kept);
            }
        });
        newOnes.keySet().stream()
                .filter(status -> StatusCover.of(oldOnes, status).isMissingNode() && !StatusCover.isRefusal(status))
                .forEach(status -> values.report(
                        Place.response(old.name(), status, ""),
                        "status",
                        Direction.WIDER,
                        "status added, no refusal and so nothing that callers handle"));
    }

    private void headers(OperationDocument old, OperationDocument now, String status, JsonNode answer, JsonNode kept) {
        Map<String, JsonNode> newOnes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        newOnes.putAll(byName(now.headers(kept)));
        byName(old.headers(answer)).forEach((name, header) -> {
            Place place = Place.response(old.name(), status, Place.HEADER + name);
            JsonNode remaining = newOnes.get(name);
            if (remaining == null) {
                values.report(place, "header", Direction.OTHER, "header removed");
            } else {
                values.value(place, header, remaining);
            }
        });
    }

    private static Map<String, JsonNode> byName(List<Map.Entry<String, JsonNode>> entries) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        entries.forEach(entry -> named.put(entry.getKey(), entry.getValue()));
        return named;
    }
}
