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
 * The path of a value in a body, with the names that properties have on the wire.
 *
 * <p>Hibernate Validator could name them itself, but Jersey looks up getters by the names in its paths, and would leave
 * a property unchecked whose name it cannot find.
 */
final class WirePath {

    private static final JsonMapper MAPPER = JsonPolicy.newMapper();

    private final List<String> segments = new ArrayList<>();
    private JavaType type;

    /** The root of a body of this class. */
    WirePath(Class<?> body) {
        this.type = MAPPER.constructType(body);
    }

    /** Goes on to what a node of a validation's path stands for. */
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

    /** Goes on to a property of the current class, by its name in Java. */
    private void property(String name) {
        BeanDescription bean = MAPPER.getSerializationConfig().introspect(type);
        AnnotatedMember more = bean.findAnyGetter();
        if (more != null && name.equals(javaName(more))) {
            // The class's own map of undeclared properties, which has no name on the wire.
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

    /** The property of a getter, as Bean Validation names it. */
    private static String javaName(AnnotatedMember getter) {
        return Introspector.decapitalize(getter.getName().replaceFirst("^(get|is)", ""));
    }

    /** Goes back by one. */
    void up() {
        segments.remove(segments.size() - 1);
    }

    @Override
    public String toString() {
        return String.join("/", segments);
    }
}
