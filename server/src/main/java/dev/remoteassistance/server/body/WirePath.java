package dev.remoteassistance.server.body;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.beans.Introspector;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the path of a value in a body, with the names that properties have on the wire.
 *
 * <p>Hibernate Validator could use those names itself, but Jersey looks up getters by the names in the validator's
 * paths, and would not check a property whose getter it cannot find.
 */
final class WirePath {

    private static final JsonMapper MAPPER = JsonPolicy.newMapper();

    private final List<String> segments = new ArrayList<>();
    private JavaType type;

    /** Starts at the root of a body of this class. */
    WirePath(Class<?> body) {
        this.type = MAPPER.constructType(body);
    }

    /** Appends what a node of a validation's path stands for. */
    void follow(Path.Node node) {
        if (node.isInIterable()) {
            if (node.getIndex() != null) {
                segments.add(node.getIndex().toString());
            } else if (node.getKey() != null) {
                segments.add(node.getKey().toString());
            }
            type = type.isContainerType() ? type.getContentType() : type;
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            property(node.getName());
        }
    }

    /** Appends a property of the current class, by its name in Java. */
    private void property(String name) {
        BeanDescription bean = MAPPER.getSerializationConfig().introspect(type);
        AnnotatedMember more = bean.findAnyGetter();
        if (more != null && name.equals(javaName(more))) {
            // This is the class's map of undeclared properties, which has no name on the wire.
            type = more.getType();
            return;
        }
        for (BeanPropertyDefinition property : bean.findProperties()) {
            if (property.hasGetter() && name.equals(javaName(property.getGetter()))) {
                segments.add(property.getName());
                type = property.getPrimaryType();
                return;
            }
        }
        segments.add(name);
        type = MAPPER.constructType(Object.class);
    }

    /** Returns the property of a getter as Bean Validation names it. */
    private static String javaName(AnnotatedMember getter) {
        return Introspector.decapitalize(getter.getName().replaceFirst("^(get|is)", ""));
    }

    /** Removes the last segment. */
    void up() {
        segments.remove(segments.size() - 1);
    }

    @Override
    public String toString() {
        return String.join("/", segments);
    }
}
