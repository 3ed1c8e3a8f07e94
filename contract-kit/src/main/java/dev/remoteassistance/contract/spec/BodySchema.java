package dev.remoteassistance.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The properties that a schema declares, at any depth. */
public final class BodySchema {

    /** Keywords of texts. An array whose elements have one of them is a place of its own, like a property. */
    private static final List<String> LIMITS = List.of("enum", "minLength", "maxLength");

    private final ContractDocument document;
    private final List<PropertyPlace> places = new ArrayList<>();
    private final List<ObjectPlace> objects = new ArrayList<>();
    private final List<ChoicePlace> choices = new ArrayList<>();

    /**
     * An object below a body.
     *
     * @param path from the body's root
     * @param schema resolved
     */
    public record ObjectPlace(List<String> path, JsonNode schema) {

        public String name() {
            return path.isEmpty() ? "body" : String.join("/", path);
        }

        /** Returns the objects at this place of a body. */
        public Stream<JsonNode> values(JsonNode body) {
            return PropertyPlace.values(body, path).filter(JsonNode::isObject);
        }

        /** Returns whether it allows undeclared properties. */
        public boolean isOpen() {
            JsonNode additional = schema.path("additionalProperties");
            return additional.isMissingNode() || additional.isObject() || additional.asBoolean();
        }
    }

    /** Walks a schema; one that contains itself is followed once. */
    public BodySchema(ContractDocument document, JsonNode schema) {
        this.document = document;
        walk(schema, List.of(), Set.of());
    }

    /** Every property, and the elements of every array of texts with a rule, parents before their children. */
    public List<PropertyPlace> properties() {
        return List.copyOf(places);
    }

    /** Every object that declares properties, the body first. */
    public List<ObjectPlace> objects() {
        return List.copyOf(objects);
    }

    /** Every place whose values follow one of several schemas; of alternatives within alternatives only the outer ones. */
    public List<ChoicePlace> choices() {
        return List.copyOf(choices);
    }

    /** Returns whether the schema does not restrict a body. */
    public boolean isEmpty() {
        return places.isEmpty() && objects.isEmpty() && choices.isEmpty();
    }

    private void walk(JsonNode schema, List<String> path, Set<JsonNode> above) {
        for (JsonNode part : document.composition(schema).toList()) {
            if (above.contains(part)) {
                continue;
            }
            Set<JsonNode> around = new HashSet<>(above);
            around.add(part);
            Stream.of("oneOf", "anyOf")
                    .filter(part::has)
                    .forEach(keyword -> choices.add(new ChoicePlace(document, path, part, keyword)));
            if (part.has("properties")) {
                objects.add(new ObjectPlace(path, part));
            }
            part.path("properties").properties().forEach(property -> {
                boolean required = ContractDocument.elements(part.path("required"))
                        .anyMatch(name -> name.asText().equals(property.getKey()));
                List<String> below = append(path, property.getKey());
                places.add(new PropertyPlace(document, below, property.getValue(), required));
                walk(property.getValue(), below, around);
            });
            if (part.has("items")) {
                PropertyPlace element =
                        new PropertyPlace(document, append(path, PropertyPlace.ITEMS), part.get("items"), true);
                if (LIMITS.stream().anyMatch(limit -> !element.keyword(limit).isMissingNode())) {
                    places.add(element);
                }
                walk(part.get("items"), element.path(), around);
            }
        }
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }
}
