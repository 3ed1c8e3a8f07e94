package dev.remoteassistance.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads date-times in the form of RFC 3339, in which the offset is mandatory, and keeps the offset. As in OData, the
 * seconds may be missing.
 *
 * <p>Jackson's own deserializer would also accept numbers, digits in quotes and offsets without a colon, and its
 * message would not state the rule. {@link OffsetDateTime} can hold nine fraction digits.
 */
final class StrictDateTimeDeserializer extends StdScalarDeserializer<OffsetDateTime> {

    private static final long serialVersionUID = 1L;

    private static final Pattern TOO_PRECISE = Pattern.compile("\\.[0-9]{10}");

    private static final DateTimeFormatter RFC_3339 = new DateTimeFormatterBuilder()
            .parseCaseSensitive()
            .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NEVER)
            .appendPattern("-MM-dd'T'HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

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
            return OffsetDateTime.parse(text, RFC_3339);
        } catch (DateTimeException notRfc3339) {
            return (OffsetDateTime) context.handleWeirdStringValue(OffsetDateTime.class, text, rule(text));
        }
    }

    private static String rule(String text) {
        return TOO_PRECISE.matcher(text).find()
                ? "must have at most nine fraction digits"
                : "must be a date-time with an offset, such as 2016-12-31T23:58:46.7156189-08:00";
    }
}
