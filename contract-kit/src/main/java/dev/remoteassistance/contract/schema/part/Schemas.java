package dev.remoteassistance.contract.schema.part;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The schemas of one contract. Gives each combination of them a number, which identifies it. */
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

    public ContractDocument document() {
        return document;
    }

    boolean isSince31() {
        return document.isSince31();
    }

    /** Returns the number that identifies a combination of schemas that must all allow a value. */
    public int id(List<JsonNode> schemas) {
        return roots.computeIfAbsent(numbers(schemas), key -> {
            alternatives.add(null);
            return alternatives.size() - 1;
        });
    }

    /** Returns the alternatives of schemas that must all allow a value; at least one, which may be impossible. */
    public List<Alternative> alternatives(List<JsonNode> schemas) {
        int id = id(schemas);
        if (alternatives.get(id) == null) {
            alternatives.set(
                    id,
                    isPlain(schemas)
                            ? List.of(
                                    new Alternative("", "", conjunction(schemas, List.of(), Conjunction.Kind.COMPLETE)))
                            : new AlternativeSearch(this, schemas).alternatives());
        }
        return alternatives.get(id);
    }

    /** Returns whether a keyword is true in one of the alternatives. */
    boolean isFlagged(List<JsonNode> schemas, String keyword) {
        JsonNode only = schemas.size() == 1 ? document.resolvePlainReference(schemas.get(0)) : null;
        return only != null && isPlain(only)
                ? only.path(keyword).asBoolean()
                : alternatives(schemas).stream()
                        .anyMatch(alternative -> alternative.conjunction().flag(keyword));
    }

    private static boolean isPlain(List<JsonNode> schemas) {
        return schemas.size() == 1 && isPlain(schemas.get(0));
    }

    /** Returns whether a schema is not composed of others, as in most cases: it is the only alternative. */
    private static boolean isPlain(JsonNode schema) {
        return schema.isObject()
                && !(schema.has("$ref") || schema.has("allOf") || schema.has("oneOf") || schema.has("anyOf"));
    }

    /** Returns the conjunction of resolved objects; the same instance for the same parts. */
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

    /** Returns a conjunction that allows only values of one type. */
    public Conjunction narrowed(Conjunction wide, ValueType type) {
        List<JsonNode> parts = new ArrayList<>(wide.parts());
        parts.add(type.schema());
        return conjunction(parts, wide.composed(), Conjunction.Kind.COMPLETE);
    }

    /** Returns the types that a name stands for. */
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
            numbers.add(nodes.computeIfAbsent(document.resolvePlainReference(schema), key -> nodes.size()));
        }
        return numbers;
    }

    /** Returns whether keywords beside a reference count; OpenAPI 3.0 ignores them. */
    boolean hasSiblings(JsonNode schema) {
        return isSince31() && schema.size() > 1;
    }
}
