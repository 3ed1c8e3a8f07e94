package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a caller must show: each alternative of the baseline has to suffice still, and to be had as before. */
final class SecurityComparison {

    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();
    /** What a caller of a scheme relies on, by the names in the contract. */
    private static final List<String> SCHEME_KEYWORDS = List.of("type", "in", "name", "scheme", "openIdConnectUrl");

    private static final List<String> FLOW_KEYWORDS = List.of("authorizationUrl", "tokenUrl", "refreshUrl");

    private final ContractDocument before;
    private final ContractDocument after;
    private final Consumer<Difference> found;

    SecurityComparison(ContractDocument before, ContractDocument after, Consumer<Difference> found) {
        this.before = before;
        this.after = after;
        this.found = found;
    }

    /** The alternatives of one operation. */
    void requirements(OperationDocument old, OperationDocument now) {
        Place place = Place.request(old.name(), Place.SECURITY);
        List<JsonNode> oldOnes = alternatives(old);
        List<JsonNode> newOnes = alternatives(now);
        oldOnes.stream()
                .filter(alternative -> newOnes.stream().noneMatch(offered -> suffices(alternative, offered)))
                .forEach(alternative -> report(place, Direction.NARROWER, words(alternative) + " no longer suffices"));
        newOnes.stream()
                .filter(offered -> !oldOnes.contains(offered))
                .forEach(offered -> report(place, Direction.WIDER, words(offered) + " suffices"));
    }

    /** The schemes that the baseline's operations use. */
    void schemes() {
        Set<String> used = new HashSet<>();
        before.operations()
                .forEach(operation -> alternatives(operation)
                        .forEach(alternative -> alternative.fieldNames().forEachRemaining(used::add)));
        for (String name : used) {
            JsonNode old = scheme(before, name);
            JsonNode now = scheme(after, name);
            Place place = Place.request("", "security scheme " + name);
            if (now.isMissingNode()) {
                report(place, Direction.OTHER, "scheme removed");
                continue;
            }
            changed(place, SCHEME_KEYWORDS, old, now);
            old.path("flows").properties().forEach(flow -> flow(place, flow.getKey(), flow.getValue(), now));
        }
    }

    private void flow(Place place, String name, JsonNode old, JsonNode scheme) {
        JsonNode now = scheme.path("flows").path(name);
        if (now.isMissingNode()) {
            report(place, Direction.NARROWER, "flow removed: " + name);
            return;
        }
        changed(place.below(name), FLOW_KEYWORDS, old, now);
        old.path("scopes").fieldNames().forEachRemaining(scope -> {
            if (!now.path("scopes").has(scope)) {
                report(place.below(name), Direction.NARROWER, "scope removed: " + scope);
            }
        });
    }

    private void changed(Place place, List<String> keywords, JsonNode old, JsonNode now) {
        for (String keyword : keywords) {
            if (old.has(keyword) && !old.path(keyword).equals(now.path(keyword))) {
                String is = now.path(keyword).asText("nothing");
                report(
                        place,
                        Direction.OTHER,
                        keyword + " changed from " + old.path(keyword).asText() + " to " + is);
            }
        }
    }

    /** Whether who shows what one alternative demands shows enough for the other. */
    private static boolean suffices(JsonNode shown, JsonNode demanded) {
        return demanded.properties().stream()
                .allMatch(scheme -> shown.has(scheme.getKey())
                        && scopes(shown.get(scheme.getKey())).containsAll(scopes(scheme.getValue())));
    }

    private static Set<String> scopes(JsonNode names) {
        Set<String> scopes = new HashSet<>();
        names.forEach(name -> scopes.add(name.asText()));
        return scopes;
    }

    private static List<JsonNode> alternatives(OperationDocument operation) {
        return operation.security().isEmpty() ? List.of(NOTHING) : operation.security();
    }

    private static JsonNode scheme(ContractDocument document, String name) {
        return document.resolve(
                document.root().path("components").path("securitySchemes").path(name));
    }

    private static String words(JsonNode alternative) {
        return alternative.isEmpty()
                ? "no token at all"
                : alternative.properties().stream()
                        .map(scheme -> scheme.getValue().isEmpty()
                                ? scheme.getKey()
                                : scheme.getKey() + " with " + String.join(" and ", scopes(scheme.getValue())))
                        .collect(Collectors.joining(" together with "));
    }

    private void report(Place place, Direction direction, String words) {
        found.accept(Difference.of(place, Place.SECURITY, direction, words));
    }
}
