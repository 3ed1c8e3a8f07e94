package dev.remoteassistance.client.http;

import java.math.BigInteger;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the header {@code Retry-After}: seconds, or a date in any of the three forms of HTTP (RFC 9110, 5.6.7 and 10.2.3). */
final class RetryAfter {

    /** Larger numbers count as this one (RFC 9111, 1.2.2). */
    private static final BigInteger MAX_SECONDS = BigInteger.ONE.shiftLeft(31);

    private RetryAfter() {}

    /** Returns the wait that a value asks for, never negative; empty if it cannot be read. */
    static Optional<Duration> parse(String value, Clock clock) {
        String text = value.trim();
        if (text.matches("[0-9]+")) {
            return Optional.of(
                    Duration.ofSeconds(new BigInteger(text).min(MAX_SECONDS).longValue()));
        }
        for (DateTimeFormatter form : forms(clock)) {
            try {
                Duration wait = Duration.between(
                        clock.instant(), LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
                return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
            } catch (DateTimeException anotherForm) {
                // The next form may fit.
            }
        }
        return Optional.empty();
    }

    private static List<DateTimeFormatter> forms(Clock clock) {
        // A two-digit year that would be more than 50 years ahead is in the past (RFC 9110, 5.6.7).
        LocalDate firstYear = LocalDate.now(clock).minusYears(49);
        DateTimeFormatter rfc850 = new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, firstYear)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
        DateTimeFormatter asctime = new DateTimeFormatterBuilder()
                .appendPattern("EEE MMM ")
                .padNext(2)
                .appendPattern("d HH:mm:ss yyyy")
                .toFormatter(Locale.ENGLISH);
        return List.of(DateTimeFormatter.RFC_1123_DATE_TIME, rfc850, asctime);
    }
}
