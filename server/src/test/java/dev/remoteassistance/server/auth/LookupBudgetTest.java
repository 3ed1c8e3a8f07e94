package dev.remoteassistance.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LookupBudgetTest {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private long now = Long.MAX_VALUE - INTERVAL.toNanos();
    private final LookupBudget budget = new LookupBudget(INTERVAL, () -> now);

    @Test
    void someAtOnceThenOneForEachInterval() {
        assertThat(taken()).isEqualTo(LookupBudget.AT_ONCE);
        pass(INTERVAL.minusNanos(1));
        assertThat(taken()).isZero();
        pass(Duration.ofNanos(1));
        assertThat(taken()).isEqualTo(1);
        pass(INTERVAL.multipliedBy(2));
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void neverMoreThanTheWholeBudget() {
        assertThat(taken()).isEqualTo(LookupBudget.AT_ONCE);
        pass(Duration.ofDays(1));
        assertThat(taken()).isEqualTo(LookupBudget.AT_ONCE);
    }

    private int taken() {
        int taken = 0;
        while (budget.take()) {
            taken++;
        }
        return taken;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
