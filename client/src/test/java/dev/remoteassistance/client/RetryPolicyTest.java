package dev.remoteassistance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.client.http.ErrorResponse;
import dev.remoteassistance.client.http.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    @Test
    void doublesUpToTheLongestWait() {
        RetryPolicy policy = new RetryPolicy(9, Duration.ofMillis(100), Duration.ofMillis(500));
        assertThat(policy.backOff(1)).hasMillis(100);
        assertThat(policy.backOff(2)).hasMillis(200);
        assertThat(policy.backOff(3)).hasMillis(400);
        assertThat(policy.backOff(4)).hasMillis(500);
        assertThat(policy.backOff(1_000_000)).hasMillis(500);
    }

    @Test
    void waitsOfAnyLengthAreBounded() {
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
        RetryPolicy policy = new RetryPolicy(3, longest.dividedBy(2).plusSeconds(1), longest);
        assertThat(policy.backOff(2)).isEqualTo(RetryPolicy.LONGEST);
    }

    @RepeatedTest(100)
    void waitsNoLessThanTheServerAsks() {
        RetryPolicy policy = new RetryPolicy(2, Duration.ofMillis(1_200), Duration.ofSeconds(5));
        Refusal refusal = new Refusal(new ErrorResponse(
                URI.create("http://host"),
                503,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(1))));

        assertThat(policy.waitAfter(1, refusal).orElseThrow())
                .isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_200));
    }
}
