package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Our own rules: what changed between two versions of a contract, operation by operation, and whether it breaks. */
final class ContractComparison {

    private final ContractDocument before;
    private final ContractDocument after;
    private final Set<Difference> differences = new LinkedHashSet<>();
    private final SchemaComparison schemas;

    private ContractComparison(ContractDocument before, ContractDocument after) {
        this.before = before;
        this.after = after;
        schemas = new SchemaComparison(before, after, differences::add);
    }

    static List<Difference> differences(ContractDocument before, ContractDocument after) {
        ContractComparison comparison = new ContractComparison(before, after);
        comparison.operations();
        new SecurityComparison(before, after, comparison.differences::add).schemes();
        return new ArrayList<>(comparison.differences);
    }

    private void operations() {
        Map<String, OperationDocument> present = new LinkedHashMap<>();
        after.operations().forEach(operation -> present.put(key(operation), operation));
        for (OperationDocument old : before.operations()) {
            OperationDocument now = present.get(key(old));
            if (now == null) {
                report(Place.request(old.name(), ""), "operation", Direction.NARROWER, "operation removed");
            } else {
                if (!now.path().equals(old.path())) {
                    differences.add(new Difference(
                            Place.request(old.name(), ""), "operation", "path parameter renamed", false));
                }
                servers(old, now);
                new SecurityComparison(before, after, differences::add).requirements(old, now);
                parameters(old, now);
                requestBody(old, now);
                responses(old, now);
            }
        }
    }

    /** A path parameter's name is nothing that is sent. */
    private static String key(OperationDocument operation) {
        return operation.method() + " " + operation.path().replaceAll("\\{[^}]*}", "{}");
    }

    private void servers(OperationDocument old, OperationDocument now) {
        Set<String> kept = ServerUrls.of(now);
        ServerUrls.of(old).stream()
                .filter(url -> !kept.contains(url))
                .forEach(url -> report(
                        Place.request(old.name(), "server"), "server", Direction.NARROWER, "server removed: " + url));
    }

    private void parameters(OperationDocument old, OperationDocument now) {
        schemas.extensions(Place.request(old.name(), ""), List.of(old.node()), List.of(now.node()));
        Map<String, JsonNode> oldOnes = ParameterNames.byKey(old);
        Map<String, JsonNode> newOnes = ParameterNames.byKey(now);
        oldOnes.forEach((key, parameter) -> {
            Place place = Place.request(old.name(), ParameterNames.part(parameter));
            JsonNode kept = newOnes.get(key);
            if (kept == null) {
                report(place, "parameter", Direction.OTHER, "parameter removed");
            } else {
                serialization(place, parameter, kept);
                required(place, parameter, kept);
                schemas.compare(place, valueSchema(parameter), valueSchema(kept));
            }
        });
        newOnes.forEach((key, parameter) -> {
            if (!oldOnes.containsKey(key) && parameter.path("required").asBoolean()) {
                Place place = Place.request(old.name(), ParameterNames.part(parameter));
                report(place, "required", Direction.NARROWER, "added as required");
            }
        });
    }

    private void serialization(Place place, JsonNode old, JsonNode now) {
        for (String keyword : List.of("style", "explode", "allowReserved")) {
            String was = ParameterNames.effective(old, keyword);
            String is = ParameterNames.effective(now, keyword);
            if (!was.equals(is)) {
                report(place, keyword, Direction.OTHER, keyword + " changed from " + was + " to " + is);
            }
        }
        boolean was = old.path("allowEmptyValue").asBoolean();
        if (was && !now.path("allowEmptyValue").asBoolean()) {
            report(place, "allowEmptyValue", Direction.NARROWER, "empty value no longer allowed");
        }
    }

    private void requestBody(OperationDocument old, OperationDocument now) {
        Place place = Place.request(old.name(), Place.BODY);
        JsonNode oldBody = old.requestBody();
        JsonNode newBody = now.requestBody();
        required(place, oldBody, newBody);
        if (!oldBody.isMissingNode() && newBody.isMissingNode()) {
            report(place, "body", Direction.OTHER, "body removed");
        } else {
            schemas.extensions(place, List.of(oldBody), List.of(newBody));
            content(place, oldBody, newBody);
        }
    }

    private void responses(OperationDocument old, OperationDocument now) {
        Map<String, JsonNode> oldOnes = byName(old.responses());
        Map<String, JsonNode> newOnes = byName(now.responses());
        oldOnes.forEach((status, answer) -> {
            Place place = Place.response(old.name(), status, "");
            JsonNode kept = StatusCover.of(newOnes, status);
            if (kept.isMissingNode()) {
                report(place, "status", Direction.OTHER, "status removed");
            } else {
                headers(old, now, status, answer, kept);
                content(Place.response(old.name(), status, Place.BODY), answer, kept);
            }
        });
        newOnes.keySet().stream()
                .filter(status -> StatusCover.of(oldOnes, status).isMissingNode())
                .forEach(status -> {
                    boolean isRefusal = StatusCover.isRefusal(status);
                    Place place = Place.response(old.name(), status, "");
                    String words =
                            "status added" + (isRefusal ? "" : ", no refusal and so nothing that callers handle");
                    differences.add(new Difference(place, "status", words, !isRefusal));
                });
    }

    private void headers(OperationDocument old, OperationDocument now, String status, JsonNode answer, JsonNode kept) {
        Map<String, JsonNode> newOnes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        newOnes.putAll(byName(now.headers(kept)));
        byName(old.headers(answer)).forEach((name, header) -> {
            Place place = Place.response(old.name(), status, Place.HEADER + name);
            JsonNode remaining = newOnes.get(name);
            if (remaining == null) {
                report(place, "header", Direction.OTHER, "header removed");
            } else {
                required(place, header, remaining);
                schemas.compare(place, valueSchema(header), valueSchema(remaining));
            }
        });
    }

    private void content(Place place, JsonNode old, JsonNode now) {
        old.path("content").properties().forEach(entry -> {
            JsonNode kept = now.path("content").path(entry.getKey());
            if (kept.isMissingNode()) {
                report(place, "media type", Direction.OTHER, "media type removed: " + entry.getKey());
            } else {
                schemas.compare(place, entry.getValue().path("schema"), kept.path("schema"));
            }
        });
    }

    private void required(Place place, JsonNode old, JsonNode now) {
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
    private static JsonNode valueSchema(JsonNode holder) {
        return holder.has("schema")
                ? holder.get("schema")
                : holder.path("content").findPath("schema");
    }

    private static Map<String, JsonNode> byName(List<Map.Entry<String, JsonNode>> entries) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        entries.forEach(entry -> named.put(entry.getKey(), entry.getValue()));
        return named;
    }

    private void report(Place place, String aspect, Direction direction, String words) {
        differences.add(Difference.of(place, aspect, direction, words));
    }
}
