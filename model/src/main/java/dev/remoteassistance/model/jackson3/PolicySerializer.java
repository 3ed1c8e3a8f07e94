package dev.remoteassistance.model.jackson3;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a value by the policy's own mapper to the generator of another. */
final class PolicySerializer extends StdSerializer<Object> {

    PolicySerializer(JavaType type) {
        super(type);
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
        PolicyMapper.INSTANCE.writeValue(generator, value);
    }
}
