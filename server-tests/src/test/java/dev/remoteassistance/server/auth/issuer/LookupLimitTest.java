package dev.remoteassistance.server.auth.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LookupLimitTest implements TimeMeter {

    private static final Duration PAUSE = KeyTimes.PRODUCTION.retry();

    private long now = -PAUSE.toNanos();
    private final Bucket limit = KeyTimes.PRODUCTION.lookupLimit(this);

    @Test
    void someAtOnceThenOneInEachPause() {
        assertThat(taken()).isEqualTo(KeyTimes.MAX_LOOKUPS_AT_ONCE);
        pass(PAUSE.minusNanos(1));
        assertThat(taken()).isZero();
        pass(Duration.ofNanos(1));
        assertThat(taken()).isEqualTo(1);
        pass(PAUSE.multipliedBy(2));
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void neverMoreAtOnceHoweverLongNobodyAsked() {
        assertThat(taken()).isEqualTo(KeyTimes.MAX_LOOKUPS_AT_ONCE);
        pass(Duration.ofDays(1));
        assertThat(taken()).isEqualTo(KeyTimes.MAX_LOOKUPS_AT_ONCE);
    }

    private int taken() {
        int taken = 0;
        while (limit.tryConsume(1)) {
            taken++;
        }
        return taken;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
        return now;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
