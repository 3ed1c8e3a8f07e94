package dev.remoteassistance.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTotalsTest {

    @ParameterizedTest
    @CsvSource({"2, 9, 4", "2, 8, 4", "2, -1, -1", "2, -3, -2", "0, 0,"})
    void roundsTheAverageDown(long timed, long seconds, Long average) {
        assertThat(new SessionTotals(5, timed, seconds).averageSeconds())
                .isEqualTo(average == null ? OptionalLong.empty() : OptionalLong.of(average));
    }
}
