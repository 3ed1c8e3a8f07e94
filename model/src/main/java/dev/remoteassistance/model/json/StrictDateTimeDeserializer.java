package dev.remoteassistance.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.remoteassistance.model.text.DateTimeText;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/**
 * Reads date-times by the rules of {@link DateTimeText}, and keeps the offset. Jackson's own deserializer would also
 * accept numbers, digits in quotes and offsets without a colon, and its message would not state the rule.
 */
final class StrictDateTimeDeserializer extends StdScalarDeserializer<OffsetDateTime> {

    private static final long serialVersionUID = 1L;

    StrictDateTimeDeserializer() {
        super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (OffsetDateTime) context.handleUnexpectedToken(getValueType(context), parser);
        }
        String text = parser.getText();
        try {
            return DateTimeText.parse(text);
        } catch (DateTimeException notRfc3339) {
            return (OffsetDateTime) context.handleWeirdStringValue(OffsetDateTime.class, text, DateTimeText.rule(text));
        }
    }
}
