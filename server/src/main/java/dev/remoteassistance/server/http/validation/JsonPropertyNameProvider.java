package dev.remoteassistance.server.http.validation;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;
import org.hibernate.validator.spi.nodenameprovider.PropertyNodeNameProvider;

/** Names properties in violations as they are named on the wire. Configured in META-INF/validation.xml. */
public final class JsonPropertyNameProvider implements PropertyNodeNameProvider {

    private final JsonMapper mapper = JsonPolicy.newMapper();

    @Override
    public String getName(Property property) {
        return property instanceof JavaBeanProperty bean
                ? jsonName(bean.getDeclaringClass(), bean.getName())
                : property.getName();
    }

    private String jsonName(Class<?> declaringClass, String name) {
        JavaType type = mapper.constructType(declaringClass);
        return mapper.getSerializationConfig().introspect(type).findProperties().stream()
                .filter(candidate -> candidate.getInternalName().equals(name))
                .map(candidate -> candidate.getName())
                .findFirst()
                .orElse(name);
    }
}
