package dev.remoteassistance.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {

    /** Times are in seconds. Every caller waits that long: a thousand times as much would be an outage. */
    @Test
    void saysWhenToComeAgain() {
        assertThat(Arrays.stream(ErrorCode.values())
                        .filter(code -> code.retryAfterSeconds().isPresent())
                        .collect(Collectors.toMap(
                                code -> code, code -> code.retryAfterSeconds().getAsInt())))
                .isEqualTo(Map.of(
                        ErrorCode.SERVICE_UNAVAILABLE, 5,
                        ErrorCode.STORE_UNAVAILABLE, 5,
                        ErrorCode.KEYS_UNAVAILABLE, 10,
                        ErrorCode.OVERLOADED, 1));
    }
}
