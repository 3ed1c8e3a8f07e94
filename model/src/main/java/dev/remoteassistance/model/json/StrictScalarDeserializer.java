package dev.remoteassistance.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.Set;

/**
 * Reads only JSON values of the kind as which the type is written. Jackson's coercion settings refuse others as well,
 * but do not ask the context's problem handlers; then a reader could not continue and report all faults of a document
 * at once.
 */
class StrictScalarDeserializer<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Set<JsonToken> tokens;
    private final transient ValueReader<T> reader;

    /** Reads the value of a token that has been checked. */
    @FunctionalInterface
    interface ValueReader<T> {
        T read(JsonParser parser, DeserializationContext context) throws IOException;
    }

    StrictScalarDeserializer(Class<T> type, Set<JsonToken> tokens, ValueReader<T> reader) {
        super(type);
        this.tokens = tokens;
        this.reader = reader;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return tokens.contains(parser.currentToken())
                ? reader.read(parser, context)
                : (T) context.handleUnexpectedToken(getValueType(context), parser);
    }
}
