package dev.remoteassistance.contract.schema.part;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the parts of a conjunction say together of the members of objects. */
public final class ObjectMembers {

    private final Conjunction conjunction;
    private final Schemas schemas;
    private Map<String, List<JsonNode>> properties;
    private Set<String> required;

    ObjectMembers(Conjunction conjunction, Schemas schemas) {
        this.conjunction = conjunction;
        this.schemas = schemas;
    }

    /** The declared properties, each with its schemas in all parts that declare it. */
    public Map<String, List<JsonNode>> properties() {
        if (properties == null) {
            properties = conjunction.named("properties");
        }
        return properties;
    }

    /** The names that any part requires. */
    public Set<String> required() {
        if (required == null) {
            required = new LinkedHashSet<>();
            conjunction.values("required").stream()
                    .filter(JsonNode::isArray)
                    .forEach(names -> names.forEach(name -> required.add(name.asText())));
        }
        return required;
    }

    /** Returns whether a keyword such as {@code readOnly} says that the writer never sends a property. */
    public boolean isHidden(String property, String keyword) {
        return schemas.isFlagged(properties().getOrDefault(property, List.of()), keyword);
    }

    /** Which keyword refuses undeclared properties; empty if none does. */
    public String closedBy() {
        return Stream.of("additionalProperties", "unevaluatedProperties")
                .filter(keyword ->
                        conjunction.values(keyword).stream().anyMatch(value -> value.isBoolean() && !value.asBoolean()))
                .findFirst()
                .orElse("");
    }

    /** Returns the schemas of undeclared properties; an empty list does not say whether such properties are allowed. */
    public List<JsonNode> undeclared() {
        return Stream.of("additionalProperties", "unevaluatedProperties")
                .flatMap(keyword -> conjunction.values(keyword).stream())
                .filter(JsonNode::isObject)
                .toList();
    }
}
