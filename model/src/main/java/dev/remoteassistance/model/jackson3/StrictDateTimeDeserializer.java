package dev.remoteassistance.model.jackson3;

import dev.remoteassistance.model.text.DateTimeText;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads date-times as {@link DateTimeText} and keeps the offset. */
final class StrictDateTimeDeserializer extends StdScalarDeserializer<OffsetDateTime> {

    StrictDateTimeDeserializer() {
        super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (OffsetDateTime) context.handleUnexpectedToken(getValueType(context), parser);
        }
        String text = parser.getString();
        try {
            return DateTimeText.parse(text);
        } catch (DateTimeException notRfc3339) {
            return (OffsetDateTime) context.handleWeirdStringValue(OffsetDateTime.class, text, DateTimeText.rule(text));
        }
    }
}
