package dev.remoteassistance.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.Set;

/**
 * Takes JSON values of the kind that the type is written as, and no others. Jackson's own coercion settings refuse the
 * others too, but without asking the context's problem handlers, so that a reader could not go on and name every fault of
 * a document at once.
 */
class StrictScalarDeserializer<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final Set<JsonToken> tokens;
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
