package dev.remoteassistance.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void doublesUpToTheLongestWait() {
        RetryPolicy policy = new RetryPolicy(9, Duration.ofMillis(100), Duration.ofMillis(500));
        assertThat(policy.backOff(1)).hasMillis(100);
        assertThat(policy.backOff(2)).hasMillis(200);
        assertThat(policy.backOff(3)).hasMillis(400);
        assertThat(policy.backOff(4)).hasMillis(500);
        assertThat(policy.backOff(1_000_000)).hasMillis(500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "120 | 120",
                " 5 | 5",
                "Thu, 01 Jan 2026 00:01:30 GMT | 90",
                "Wed, 31 Dec 2025 23:00:00 GMT | 0",
            })
    void readsBothFormsOfRetryAfter(String value, long seconds) {
        assertThat(RetryAfter.parse(value, CLOCK)).hasValue(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999"})
    void ignoresWhatItCannotRead(String value) {
        assertThat(RetryAfter.parse(value, CLOCK)).isEmpty();
    }
}
