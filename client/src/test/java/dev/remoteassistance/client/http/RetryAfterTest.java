package dev.remoteassistance.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "120 | 120",
                " 5 | 5",
                "Thu, 01 Jan 2026 00:01:30 GMT | 90",
                "Wed, 31 Dec 2025 23:00:00 GMT | 0",
                "Thursday, 01-Jan-26 00:01:30 GMT | 90",
                "Wednesday, 01-Jan-76 00:00:00 GMT | 1577836800",
                "Saturday, 01-Jan-77 00:00:00 GMT | 0",
                "Sunday, 06-Nov-94 08:49:37 GMT | 0",
                "Thu Jan  1 00:01:30 2026 | 90",
                "Sat Jan 10 00:00:00 2026 | 777600",
                "2147483647 | 2147483647",
                "9999999999 | 2147483648",
                "99999999999999999999 | 2147483648",
            })
    void readsEveryForm(String value, long seconds) {
        assertThat(RetryAfter.parse(value, CLOCK)).hasValue(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "1e3", "Thu, 01 Jan 2026", "Mon Jan 1 00:00:00 2026"})
    void ignoresWhatItCannotRead(String value) {
        assertThat(RetryAfter.parse(value, CLOCK)).isEmpty();
    }
}
