package dev.remoteassistance.server.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the option --fault of the command dev. */
class FaultSharesTest {

    @Test
    void drawsEachFaultAndNone() {
        assertThat(drawn("429:0.3,slow=5:0.3"))
                .isEqualTo(Set.of(
                        Optional.empty(),
                        Optional.of(Fault.of(Fault.Kind.THROTTLED)),
                        Optional.of(new Fault(Fault.Kind.SLOW, Duration.ofSeconds(5)))));
    }

    @Test
    void drawsNothingElseThanAFaultWhoseShareIsAll() {
        assertThat(drawn("cut:1")).isEqualTo(Set.of(Optional.of(Fault.of(Fault.Kind.CUT))));
        assertThat(drawn("cut:0")).isEqualTo(Set.of(Optional.empty()));
    }

    private static Set<Optional<Fault>> drawn(String text) {
        FaultShares shares = FaultShares.parse(text);
        Set<Optional<Fault>> drawn = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            drawn.add(shares.get());
        }
        return drawn;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "429 | '429' must be KIND[=SECONDS]:SHARE, such as 429:0.2 or slow=5:0.1",
                "429:2,5 | '5' must be KIND[=SECONDS]:SHARE, such as 429:0.2 or slow=5:0.1",
                "slow=-1:0.5 | 'slow=-1:0.5' must be KIND[=SECONDS]:SHARE, such as 429:0.2 or slow=5:0.1",
                "500:0.5 | unknown fault 500; there are 429, 503, slow, cut, cut-after, body",
                "429:0.6,503:0.6 | the shares are more than 1 together"
            })
    void refusesAnythingElse(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultShares.parse(text))
                .withMessage(message);
    }
}
