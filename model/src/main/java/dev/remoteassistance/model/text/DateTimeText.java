package dev.remoteassistance.model.text;

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
 * Date-times in the form of RFC 3339, in which the offset is mandatory. As in OData, the seconds may be missing.
 * {@link OffsetDateTime} can hold nine fraction digits.
 */
public final class DateTimeText {

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

    private DateTimeText() {}

    /**
     * Reads a date-time and keeps its offset.
     *
     * @throws DateTimeException if the text breaks the {@link #rule(String) rule}
     */
    public static OffsetDateTime parse(String text) {
        return OffsetDateTime.parse(text, RFC_3339);
    }

    /** Returns the rule that an unreadable text breaks. */
    public static String rule(String text) {
        return TOO_PRECISE.matcher(text).find()
                ? "must have at most nine fraction digits"
                : "must be a date-time with an offset, such as 2016-12-31T23:58:46.7156189-08:00";
    }
}
