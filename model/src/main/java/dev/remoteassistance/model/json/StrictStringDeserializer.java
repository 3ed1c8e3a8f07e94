package dev.remoteassistance.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/**
 * Takes JSON strings only. Jackson's own coercion settings refuse a number too, but without asking the context's
 * problem handlers, so that a reader could not go on and name every fault of a document at once.
 */
final class StrictStringDeserializer extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    StrictStringDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return parser.getText();
        }
        return (String) context.handleUnexpectedToken(getValueType(context), parser);
    }
}
