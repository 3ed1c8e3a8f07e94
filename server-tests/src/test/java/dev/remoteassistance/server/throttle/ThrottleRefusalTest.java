package dev.remoteassistance.server.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleRefusalTest {

    @ParameterizedTest
    @CsvSource({"PT0S, 1", "PT0.000000001S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT19.5S, 20", "PT24H, 86400"})
    void asksForWholeSecondsThatSuffice(Duration delay, long seconds) {
        assertThat(new Throttle.Refusal("a", delay).retryAfterSeconds()).isEqualTo(seconds);
    }
}
