package dev.remoteassistance.server.body;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of a property in a body, with the names that properties have on the wire.
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

    /** Goes on to a property of the current class, by its name in Java. */
    void property(String name) {
        if (type.isContainerType()) {
            type = type.getContentType();
        }
        BeanPropertyDefinition property = MAPPER.getSerializationConfig().introspect(type).findProperties().stream()
                .filter(candidate -> candidate.getInternalName().equals(name))
                .findFirst()
                .orElse(null);
        segments.add(property == null ? name : property.getName());
        type = property == null ? MAPPER.constructType(Object.class) : property.getPrimaryType();
    }

    /** Goes on to an element of the current array. */
    void index(int index) {
        segments.add(Integer.toString(index));
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
