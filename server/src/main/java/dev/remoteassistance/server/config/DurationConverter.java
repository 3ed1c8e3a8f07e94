package dev.remoteassistance.server.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads durations, with a complaint that an operator can use: the library's own names a method of Java. */
public final class DurationConverter implements Converter<Duration> {

    private static final long serialVersionUID = 1L;

    @Override
    public Duration convert(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be an ISO 8601 duration, such as PT20S, not " + text);
        }
    }
}
