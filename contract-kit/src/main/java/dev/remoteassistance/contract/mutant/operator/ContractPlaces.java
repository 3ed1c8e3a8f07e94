package dev.remoteassistance.contract.mutant.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Writer;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The places of a contract as JSON Pointers, each with the writers of the value there: the consumer, the provider, or
 * both.
 */
public final class ContractPlaces {

    private static final Pattern OPERATION = Pattern.compile(MutationOperators.OPERATION);

    private final ContractDocument contract;
    private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
    private final Map<String, Set<Writer>> writers = new HashMap<>();

    public ContractPlaces(ContractDocument contract) {
        this.contract = contract;
        collect("", contract.root());
        nodes.keySet().stream().filter(OPERATION.asMatchPredicate()).forEach(this::follow);
    }

    /** Returns the places that match a whole pattern. */
    public Stream<String> matching(Pattern pattern) {
        return nodes.keySet().stream().filter(pattern.asMatchPredicate());
    }

    public JsonNode at(String place) {
        return nodes.get(place);
    }

    /**
     * Returns whether a change that is meant for one writer fits a place. If both write there, a breaking change breaks
     * one of them, but a loosening change for one breaks the other.
     */
    public boolean isFor(Effect effect, Writer writer, String place) {
        Set<Writer> here = writers.getOrDefault(place, Set.of());
        return effect == Effect.LOOSENING ? here.equals(Set.of(writer)) : here.contains(writer);
    }

    /** Returns whether {@code nullable} means something, which it does not since OpenAPI 3.1. */
    boolean haveNullable() {
        return !contract.isSince31();
    }

    static String parent(String place) {
        return place.substring(0, place.lastIndexOf('/'));
    }

    /** Returns the last name of a pointer, unescaped. */
    static String name(String place) {
        return place.substring(place.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    }

    private void collect(String place, JsonNode node) {
        nodes.put(place, node);
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(place + "/" + i, node.get(i));
            }
        }
        node.properties()
                .forEach(member -> collect(
                        place + "/" + member.getKey().replace("~", "~0").replace("/", "~1"), member.getValue()));
    }

    private void follow(String operation) {
        mark(operation + "/requestBody", Writer.CONSUMER);
        mark(operation + "/parameters", Writer.CONSUMER);
        mark(parent(operation) + "/parameters", Writer.CONSUMER);
        mark(operation + "/responses", Writer.PROVIDER);
    }

    private void mark(String place, Writer writer) {
        JsonNode node = contract.root().at(place);
        if (node.isMissingNode()
                || !writers.computeIfAbsent(place, key -> EnumSet.noneOf(Writer.class))
                        .add(writer)) {
            return;
        }
        if (node.path("$ref").isTextual()) {
            mark(node.get("$ref").asText().substring(1), writer);
        }
        nodes.keySet().stream()
                .filter(below -> !below.isEmpty() && parent(below).equals(place))
                .toList()
                .forEach(below -> mark(below, writer));
    }
}
