package dev.remoteassistance.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Reads a value by the policy's own mapper from the parser of another. */
final class PolicyDeserializer extends StdDeserializer<Object> {

    private static final long serialVersionUID = 1L;

    private static final ObjectReader POLICY = JsonPolicy.newMapper()
            .reader()
            // The other mapper decides what may follow the value.
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final transient ObjectReader reader;

    PolicyDeserializer(JavaType type) {
        super(type);
        this.reader = POLICY.forType(type);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return reader.readValue(parser);
    }
}
