package dev.remoteassistance.contract.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.difference.Differences;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.difference.Writer;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.spec.WireComparison;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the credentials that callers need: each alternative of the baseline must still suffice, and callers must
 * still obtain it in the same way.
 */
public final class SecurityComparison {

    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final ContractDocument before;
    private final ContractDocument after;
    private final Differences differences;

    /** A comparison that notes what it finds. */
    public SecurityComparison(ContractDocument before, ContractDocument after, Differences differences) {
        this.before = before;
        this.after = after;
        this.differences = differences;
    }

    /** Compares the alternatives of one operation. */
    public void requirements(OperationDocument old, OperationDocument now) {
        Place place = Place.request(old.name(), Place.SECURITY);
        List<JsonNode> oldOnes = alternatives(old);
        List<JsonNode> newOnes = alternatives(now);
        oldOnes.stream()
                .filter(alternative -> newOnes.stream().noneMatch(offered -> suffices(alternative, offered)))
                .forEach(alternative -> report(
                        place, Direction.NARROWER, words(alternative) + " no longer suffices", alternative, null));
        newOnes.stream()
                .filter(offered -> oldOnes.stream()
                        .noneMatch(alternative -> renamed(alternative).equals(offered)))
                .forEach(offered -> report(place, Direction.WIDER, words(offered) + " suffices", null, offered));
    }

    /**
     * Compares the credentials that the provider sends when it calls. Any change breaks, because the consumer may check
     * all of them.
     */
    public void called(String operation, OperationDocument old, OperationDocument now) {
        JsonNode was = old.node().path("security");
        JsonNode is = now.node().path("security");
        if (!new WireComparison(before, after).areSame(was, is)) {
            report(Place.request(operation, Place.SECURITY), Direction.OTHER, "security changed", was, is);
        }
    }

    /** Compares the security schemes that the baseline's operations use. */
    public void schemes() {
        Set<String> used = new LinkedHashSet<>();
        before.operations()
                .forEach(operation -> alternatives(operation)
                        .forEach(alternative -> alternative.fieldNames().forEachRemaining(used::add)));
        for (String name : used) {
            JsonNode old = scheme(before, name);
            JsonNode now = scheme(after, successor(name));
            Place place = Place.request("", "security scheme " + name);
            if (now.isMissingNode()) {
                report(place, Direction.OTHER, "scheme removed", old, null);
                continue;
            }
            new SchemeComparison(differences).compare(place, old, now);
        }
    }

    /** Returns whether credentials for an alternative of the baseline also satisfy an alternative of the revision. */
    private boolean suffices(JsonNode shown, JsonNode demanded) {
        return demanded.properties().stream()
                .allMatch(scheme -> shown.properties().stream()
                        .anyMatch(one -> successor(one.getKey()).equals(scheme.getKey())
                                && scopes(one.getValue()).containsAll(scopes(scheme.getValue()))));
    }

    private JsonNode renamed(JsonNode alternative) {
        ObjectNode renamed = JsonNodeFactory.instance.objectNode();
        alternative.properties().forEach(scheme -> renamed.set(successor(scheme.getKey()), scheme.getValue()));
        return renamed;
    }

    /**
     * Returns the name of a baseline's scheme in the revision: the same name, or that of a scheme that differs only in
     * its name.
     */
    private String successor(String name) {
        JsonNode schemes = after.root().path("components").path("securitySchemes");
        if (schemes.has(name)) {
            return name;
        }
        JsonNode old = before.root().path("components").path("securitySchemes").path(name);
        return schemes.properties().stream()
                .filter(scheme -> new WireComparison(before, after).areSame(old, scheme.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }

    private static Set<String> scopes(JsonNode names) {
        Set<String> scopes = new LinkedHashSet<>();
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

    private void report(Place place, Direction direction, String words, JsonNode old, JsonNode now) {
        differences.add(place, Place.SECURITY, direction, Writer.CONSUMER, words, old, now);
    }
}
