package dev.remoteassistance.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes a value by the policy's own mapper to the generator of another. */
final class PolicySerializer extends StdSerializer<Object> {

    private static final long serialVersionUID = 1L;

    private static final ObjectWriter POLICY = JsonPolicy.newMapper()
            .writer()
            // The other mapper decides when the generator is flushed.
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    PolicySerializer(JavaType type) {
        super(type);
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        POLICY.writeValue(generator, value);
    }
}
