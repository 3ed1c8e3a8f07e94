package dev.remoteassistance.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The schemas of one contract, each combination of them known by a number. */
public final class Schemas {

    private final ContractDocument document;
    private final Map<JsonNode, Integer> nodes = new IdentityHashMap<>();
    private final Map<List<Integer>, Integer> roots = new HashMap<>();
    private final Map<List<Integer>, Conjunction> conjunctions = new HashMap<>();
    private final List<List<Alternative>> alternatives = new ArrayList<>();

    /** The schemas of a contract. */
    public Schemas(ContractDocument document) {
        this.document = document;
    }

    ContractDocument document() {
        return document;
    }

    boolean isSince31() {
        return document.isSince31();
    }

    /** The number of a combination of schemas that all have to allow a value. */
    int id(List<JsonNode> schemas) {
        return roots.computeIfAbsent(numbers(schemas), key -> {
            alternatives.add(null);
            return alternatives.size() - 1;
        });
    }

    /** The ways to be valid for schemas that all have to allow a value; at least one, which may be impossible. */
    List<Alternative> alternatives(List<JsonNode> schemas) {
        int id = id(schemas);
        if (alternatives.get(id) == null) {
            List<Alternative> found = new AlternativeSearch(this, schemas).alternatives();
            alternatives.set(id, found);
        }
        return alternatives.get(id);
    }

    /** The conjunction of parts that are objects and resolved; the same for the same parts. */
    Conjunction conjunction(List<JsonNode> parts, List<JsonNode> composed, Conjunction.Kind kind) {
        List<Integer> key = new ArrayList<>(parts.size() + 1);
        parts.forEach(part -> key.add(nodes.computeIfAbsent(part, node -> nodes.size())));
        key.add(-1 - kind.ordinal());
        composed.forEach(part -> key.add(nodes.computeIfAbsent(part, node -> nodes.size())));
        Conjunction known = conjunctions.get(key);
        if (known == null) {
            known = new Conjunction(this, conjunctions.size(), parts, composed, kind);
            conjunctions.put(key, known);
        }
        return known;
    }

    /** A conjunction for values of one of its types alone. */
    Conjunction narrowed(Conjunction wide, ValueType type) {
        List<JsonNode> parts = new ArrayList<>(wide.parts());
        parts.add(TypePart.of(type));
        return conjunction(parts, wide.composed(), Conjunction.Kind.COMPLETE);
    }

    /** The types that a name means. */
    Set<ValueType> named(String name, JsonNode schema) {
        Set<ValueType> types = ValueType.named(name);
        if (types.isEmpty()) {
            throw new RefusedContractException(
                    document.place(schema).member("type").toString(), "no type of OpenAPI: " + name);
        }
        return types;
    }

    private List<Integer> numbers(List<JsonNode> schemas) {
        List<Integer> numbers = new ArrayList<>(schemas.size());
        for (JsonNode schema : schemas) {
            numbers.add(nodes.computeIfAbsent(meant(schema), key -> nodes.size()));
        }
        return numbers;
    }

    /** The schema itself, or what it refers to if that is all it does. */
    private JsonNode meant(JsonNode schema) {
        document.resolve(schema);
        JsonNode meant = schema;
        while (meant.path("$ref").isTextual() && !hasSiblings(meant)) {
            meant = document.follow(meant);
        }
        return meant;
    }

    /** In OpenAPI 3.0 nothing counts that stands beside a reference. */
    boolean hasSiblings(JsonNode schema) {
        return isSince31() && schema.size() > 1;
    }
}
