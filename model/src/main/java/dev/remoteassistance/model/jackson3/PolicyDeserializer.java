package dev.remoteassistance.model.jackson3;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a value by the policy's own mapper from the parser of another. */
final class PolicyDeserializer extends StdDeserializer<Object> {

    private final ObjectReader reader;

    PolicyDeserializer(JavaType type) {
        super(type);
        this.reader = PolicyMapper.INSTANCE.readerFor(type);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        return reader.readValue(parser);
    }
}
