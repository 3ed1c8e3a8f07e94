package dev.remoteassistance.contract.schema.part;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One alternative of a schema, as the parts that must all allow a value. These parts are the schema itself, the parts
 * of its {@code allOf}, and one alternative of each {@code oneOf} and {@code anyOf}.
 */
public final class Conjunction {

    /** State of a conjunction that its parts do not show. */
    enum Kind {
        COMPLETE,
        /** One of the parts is {@code false}. */
        IMPOSSIBLE,
        /** There were too many combinations, so the parts contain no alternative of {@code oneOf} and {@code anyOf}. */
        UNCOMBINED
    }

    private final Schemas schemas;
    private final int id;
    private final List<JsonNode> parts;
    private final List<JsonNode> composed;
    private final Kind kind;
    private final Set<ValueType> types;
    private final ObjectMembers members;

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
        this.types = DeclaredTypes.of(parts, schemas);
        this.members = new ObjectMembers(this, schemas);
    }

    public ContractDocument document() {
        return schemas.document();
    }

    public boolean isSince31() {
        return schemas.isSince31();
    }

    public int id() {
        return id;
    }

    public List<JsonNode> parts() {
        return parts;
    }

    public List<JsonNode> composed() {
        return composed;
    }

    /** Returns whether it allows no value at all. */
    public boolean isImpossible() {
        return kind == Kind.IMPOSSIBLE || types.isEmpty();
    }

    /** Whether the alternatives of {@code oneOf} and {@code anyOf} are not among the parts. */
    public boolean isUncombined() {
        return kind == Kind.UNCOMBINED;
    }

    /** The types that values may have. */
    public Set<ValueType> types() {
        return types;
    }

    public boolean declaresTypes() {
        return has("type");
    }

    public boolean has(String keyword) {
        return parts.stream().anyMatch(part -> part.has(keyword));
    }

    /** The keyword's values in all parts that have it. */
    public List<JsonNode> values(String keyword) {
        return parts.stream()
                .filter(part -> part.has(keyword))
                .map(part -> part.get(keyword))
                .toList();
    }

    /** The part that has a keyword, else the first; null if there is no part. */
    public JsonNode holder(String keyword) {
        return parts.stream()
                .filter(part -> part.has(keyword))
                .findFirst()
                .orElse(parts.isEmpty() ? null : parts.get(0));
    }

    public boolean flag(String keyword) {
        return parts.stream().anyMatch(part -> part.path(keyword).asBoolean());
    }

    /** What it says of the members of objects. */
    public ObjectMembers members() {
        return members;
    }

    /** Returns the schemas of all parts below a keyword, by name. */
    public Map<String, List<JsonNode>> named(String keyword) {
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
}
