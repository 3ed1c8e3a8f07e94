package dev.remoteassistance.server.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Converts text to a form that both databases can store and compare in the same way. */
public final class ColumnText {

    /** Separates the texts that are searched. No text contains it. */
    static final char SEPARATOR = '\u001F';

    private static final char REPLACEMENT = '\uFFFD';

    /** In UTC and of fixed length, so that the texts sort in the order of the instants. */
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** In UTC, a date-time can lie outside of the years of four digits, by less than a day. */
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private ColumnText() {}

    /** Replaces what a database cannot store: character 0 in PostgreSQL, and unpaired surrogates in both. */
    public static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(point -> isStorable(point) ? point : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static boolean isStorable(int point) {
        return point != 0 && Character.getType(point) != Character.SURROGATE;
    }

    /** Makes texts equal that differ only in case, character by character, independently of the language. */
    static String folded(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return storable(text)
                .replace(SEPARATOR, REPLACEMENT)
                .codePoints()
                .map(point -> Character.toLowerCase(Character.toUpperCase(point)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * Returns whether a text has only printable characters of ASCII. Most texts do, and they are folded in a quicker
     * way.
     */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Writes an instant with nine fraction digits; one beyond the years 0 to 9999 in UTC becomes their first or last. */
    public static String of(Instant instant) {
        Instant bounded = instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        return INSTANT.format(bounded);
    }

    /**
     * Reads a date, which stands for its first instant in UTC, or a date-time with its offset.
     *
     * @throws DateTimeException if the text is neither
     */
    public static Instant instant(String text) {
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    /** Returns the first instant of the day in UTC of an instant. */
    static String dayOf(String instant) {
        return instant.substring(0, instant.indexOf('T')) + "T00:00:00.000000000Z";
    }

    /** Shortens an instant to the fraction digits that it needs: none, three, six or nine, as {@link Instant} does. */
    public static String shown(String instant) {
        int length = instant.length() - 1;
        while (instant.startsWith("000", length - 3)) {
            length -= 3;
        }
        if (instant.charAt(length - 1) == '.') {
            length--;
        }
        return instant.substring(0, length) + "Z";
    }
}
