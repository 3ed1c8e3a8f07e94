package dev.remoteassistance.server.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RefusalException.Fault;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

/**
 * Reads the values of parameters by the same rules as values in a body. JAX-RS accepts more than the contract does, and
 * answers 404 to other values of a path or query.
 */
public final class ParameterValues implements ParamConverterProvider {

    private final ObjectMapper mapper = JsonPolicy.newMapper();

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        String name = name(annotations);
        // No generated interface has parameters of a primitive type.
        boolean isOther = name == null || type == String.class || type.isPrimitive();
        return isOther ? null : new JsonScalar<>(name, type);
    }

    /** Returns the name of a parameter on the wire; null if the annotations do not belong to a parameter. */
    static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof HeaderParam header) {
                return header.value();
            }
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            if (annotation instanceof PathParam path) {
                return path.value();
            }
        }
        return null;
    }

    private final class JsonScalar<T> implements ParamConverter<T> {

        private final String name;
        private final Class<T> type;
        private final boolean isText;

        private JsonScalar(String name, Class<T> type) {
            this.name = name;
            this.type = type;
            this.isText = !Number.class.isAssignableFrom(type) && type != Boolean.class;
        }

        @Override
        public T fromString(String value) {
            FaultCollector collector = new FaultCollector();
            try {
                T read = mapper.readerFor(type)
                        .withHandler(collector)
                        .readValue(isText ? mapper.writeValueAsString(value) : value);
                if (!collector.faults().isEmpty()) {
                    throw refusal(collector.faults().get(0).rule());
                }
                // JSON's null and white space are not values of a parameter.
                if (read != null && (isText || value.equals(value.strip()))) {
                    return read;
                }
            } catch (JsonProcessingException notJson) {
                // Refused below, like a JSON value of another type.
            }
            throw refusal(FaultCollector.rule(type));
        }

        private RefusalException refusal(String rule) {
            return RefusalException.ofFaults(List.of(new Fault(name, rule)));
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
