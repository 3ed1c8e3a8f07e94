package dev.remoteassistance.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One way for a value to be valid: the schemas that must all allow it. These parts are the schema itself, the parts of
 * its {@code allOf}, and one alternative of each {@code oneOf} and {@code anyOf}.
 */
final class Conjunction {

    /** State of a conjunction that its parts do not show. */
    enum Kind {
        COMPLETE,
        /** One of the parts is {@code false}. */
        IMPOSSIBLE,
        /** There were too many combinations, so that no alternative is among the parts. */
        UNCOMBINED
    }

    private final Schemas schemas;
    private final int id;
    private final List<JsonNode> parts;
    private final List<JsonNode> composed;
    private final Kind kind;
    private final Set<ValueType> types;
    private Map<String, List<JsonNode>> properties;
    private Set<String> required;

    /**
     * Creates a conjunction.
     *
     * @param parts objects, resolved
     * @param composed the parts that come from an {@code allOf}
     */
    Conjunction(Schemas schemas, int id, List<JsonNode> parts, List<JsonNode> composed, Kind kind) {
        this.schemas = schemas;
        this.id = id;
        this.parts = parts;
        this.composed = composed;
        this.kind = kind;
        this.types = types(schemas);
    }

    ContractDocument document() {
        return schemas.document();
    }

    boolean isSince31() {
        return schemas.isSince31();
    }

    int id() {
        return id;
    }

    List<JsonNode> parts() {
        return parts;
    }

    List<JsonNode> composed() {
        return composed;
    }

    /** Returns whether it allows no value at all. */
    boolean isImpossible() {
        return kind == Kind.IMPOSSIBLE || types.isEmpty();
    }

    /** Returns whether the parts lack the alternatives of {@code oneOf} and {@code anyOf}. */
    boolean isUncombined() {
        return kind == Kind.UNCOMBINED;
    }

    /** The types that values may have. */
    Set<ValueType> types() {
        return types;
    }

    boolean declaresTypes() {
        return has("type");
    }

    boolean has(String keyword) {
        return parts.stream().anyMatch(part -> part.has(keyword));
    }

    /** The keyword's values in all parts that have it. */
    List<JsonNode> values(String keyword) {
        return parts.stream()
                .filter(part -> part.has(keyword))
                .map(part -> part.get(keyword))
                .toList();
    }

    /** The part that has a keyword, else the first; null if there is no part. */
    JsonNode holder(String keyword) {
        return parts.stream()
                .filter(part -> part.has(keyword))
                .findFirst()
                .orElse(parts.isEmpty() ? null : parts.get(0));
    }

    boolean flag(String keyword) {
        return parts.stream().anyMatch(part -> part.path(keyword).asBoolean());
    }

    /** The declared properties, each with its schemas in all parts that declare it. */
    Map<String, List<JsonNode>> properties() {
        if (properties == null) {
            properties = named("properties");
        }
        return properties;
    }

    /** Returns the schemas of all parts below a keyword, by name. */
    Map<String, List<JsonNode>> named(String keyword) {
        Map<String, List<JsonNode>> named = new LinkedHashMap<>();
        for (JsonNode part : parts) {
            part.path(keyword)
                    .properties()
                    .forEach(entry -> named.merge(
                            entry.getKey(),
                            List.of(entry.getValue()),
                            (some, more) -> Stream.of(some, more)
                                    .flatMap(Collection::stream)
                                    .toList()));
        }
        return named;
    }

    Set<String> required() {
        if (required == null) {
            required = new LinkedHashSet<>();
            values("required").stream()
                    .filter(JsonNode::isArray)
                    .forEach(names -> names.forEach(name -> required.add(name.asText())));
        }
        return required;
    }

    /** Returns whether a keyword such as {@code readOnly} says that the writer never sends a property. */
    boolean isHidden(String property, String keyword) {
        return schemas.isFlagged(properties().getOrDefault(property, List.of()), keyword);
    }

    /** Returns the keyword that refuses undeclared properties; empty if none does. */
    String closedBy() {
        return Stream.of("additionalProperties", "unevaluatedProperties")
                .filter(keyword -> values(keyword).stream().anyMatch(value -> value.isBoolean() && !value.asBoolean()))
                .findFirst()
                .orElse("");
    }

    /** Returns the schemas of undeclared properties; an empty list does not say whether such properties are allowed. */
    List<JsonNode> undeclared() {
        return Stream.of("additionalProperties", "unevaluatedProperties")
                .flatMap(keyword -> values(keyword).stream())
                .filter(JsonNode::isObject)
                .toList();
    }

    private Set<ValueType> types(Schemas schemas) {
        EnumSet<ValueType> allowed = EnumSet.allOf(ValueType.class);
        for (JsonNode part : parts) {
            if (part.has("type")) {
                allowed.retainAll(declared(part, schemas));
            }
        }
        return declaresTypes() ? allowed : ofMembers(allowed);
    }

    private static Set<ValueType> declared(JsonNode part, Schemas schemas) {
        EnumSet<ValueType> declared = EnumSet.noneOf(ValueType.class);
        JsonNode type = part.get("type");
        if (type.isArray()) {
            type.forEach(name -> declared.addAll(schemas.named(name.asText(), part)));
        } else {
            declared.addAll(schemas.named(type.asText(), part));
        }
        if (!schemas.isSince31() && part.path("nullable").asBoolean()) {
            declared.add(ValueType.NULL);
        }
        return declared;
    }

    /** Returns the types of the listed values, because a schema that lists values need not state a type. */
    private Set<ValueType> ofMembers(Set<ValueType> allowed) {
        EnumSet<ValueType> types = EnumSet.copyOf(allowed);
        for (JsonNode part : parts) {
            EnumSet<ValueType> listed = EnumSet.noneOf(ValueType.class);
            if (part.path("enum").isArray()) {
                StreamSupport.stream(part.get("enum").spliterator(), false)
                        .map(ValueType::of)
                        .forEach(listed::add);
                types.retainAll(listed);
            }
            if (part.has("const")) {
                types.retainAll(Set.of(ValueType.of(part.get("const"))));
            }
        }
        return types;
    }
}
