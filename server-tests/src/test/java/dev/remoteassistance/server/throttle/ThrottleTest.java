package dev.remoteassistance.server.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Duration WINDOW = Duration.ofSeconds(20);
    private static final int OF_TENANT = 5;
    private static final int OF_APP = 3;

    /** Starts below zero, where a wrong comparison of signed times would fail. */
    private final AtomicLong now = new AtomicLong(-Duration.ofSeconds(50).toNanos());

    private final Throttle throttle = throttle(new ThrottleLimits(OF_TENANT, OF_APP, WINDOW));

    @Test
    void anAppHasItsShareInEachWindow() {
        for (int window = 0; window < 3; window++) {
            assertThat(passing("t", "a", 10)).isEqualTo(OF_APP);
            pass(WINDOW);
        }
    }

    @Test
    void allAppsOfATenantHaveTheTenantsShare() {
        assertThat(passing("t", "a", 10)).isEqualTo(OF_APP);
        assertThat(passing("t", "b", 10)).isEqualTo(OF_TENANT - OF_APP);
        assertThat(passing("t", "c", 10)).isZero();
    }

    @Test
    void otherTenantsAreNotAffectedNotEvenByTheSameApp() {
        assertThat(passing("t", "a", 1000)).isEqualTo(OF_APP);
        assertThat(passing("u", "a", 10)).isEqualTo(OF_APP);
        assertThat(passing("u", "b", 10)).isEqualTo(OF_TENANT - OF_APP);
    }

    @Test
    void whatIsRefusedToAnAppTakesNothingOfItsTenant() {
        passing("t", "a", 1000);
        assertThat(passing("t", "b", 10)).isEqualTo(OF_TENANT - OF_APP);
    }

    @Test
    void whatIsRefusedToATenantTakesNothingOfTheApp() {
        passing("t", "a", OF_APP);
        pass(Duration.ofSeconds(10));
        // Half a window later, this app begins its own window.
        passing("t", "b", 1000);
        pass(Duration.ofSeconds(10));
        // The tenant's new window has begun; the app has used two requests of its own window.
        assertThat(passing("t", "b", 10)).isEqualTo(OF_APP - (OF_TENANT - OF_APP));
    }

    @Test
    void waitingAsLongAsAskedForIsEnoughAndShorterIsNot() {
        passing("t", "a", OF_APP);
        pass(Duration.ofMillis(1500));

        assertThat(refusal("t", "a").orElseThrow().retryAfterSeconds()).isEqualTo(19);
        pass(Duration.ofSeconds(18));
        assertThat(refusal("t", "a").orElseThrow().retryAfterSeconds()).isEqualTo(1);
        pass(Duration.ofMillis(499));
        assertThat(refusal("t", "a").orElseThrow().retryAfterSeconds()).isEqualTo(1);
        pass(Duration.ofMillis(1));
        assertThat(passing("t", "a", 10)).isEqualTo(OF_APP);
    }

    @Test
    void theLongerWaitCountsWhereAppAndTenantAreOverTheirShare() {
        Throttle even = throttle(new ThrottleLimits(3, 2, WINDOW));
        assertThat(even.refusal(caller("t", "b"))).isEmpty();
        pass(Duration.ofSeconds(15));
        assertThat(even.refusal(caller("t", "a"))).isEmpty();
        assertThat(even.refusal(caller("t", "a"))).isEmpty();
        // The tenant's window ends in 5 seconds, the app's in 20.
        assertThat(even.refusal(caller("t", "a")).orElseThrow().retryAfterSeconds())
                .isEqualTo(20);
        pass(Duration.ofSeconds(5));
        for (int i = 0; i < 3; i++) {
            even.refusal(caller("t", "c" + i));
        }
        pass(Duration.ofSeconds(14));
        // Now the tenant's window ends in 6 seconds, the app's in 1.
        assertThat(even.refusal(caller("t", "a")).orElseThrow().retryAfterSeconds())
                .isEqualTo(6);
    }

    @Test
    void appsWithoutANameAreOne() {
        assertThat(passing("t", null, 10)).isEqualTo(OF_APP);
        assertThat(passing("t", "a", 10)).isEqualTo(OF_TENANT - OF_APP);
    }

    @Test
    void saysWhoHasSentTooMuch() {
        passing("t", "a", OF_APP);
        assertThat(refusal("t", "a").orElseThrow().reason()).startsWith("The application has sent more");
        passing("t", "b", OF_APP);
        assertThat(refusal("t", "c").orElseThrow().reason()).startsWith("The tenant has sent more");
    }

    @Test
    void manyThreadsGetNoMoreThanTheShareAndNoLess() {
        Throttle busy = throttle(new ThrottleLimits(1500, 1000, WINDOW));
        long passed = IntStream.range(0, 40_000)
                .parallel()
                .filter(i -> busy.refusal(caller("t", i % 2 == 0 ? "a" : "b")).isEmpty())
                .count();
        assertThat(passed).isEqualTo(1500);
    }

    @Test
    void remembersABoundedNumberOfTenantsAndApps() {
        for (int i = 0; i < 2 * Throttle.MAX_BUCKETS; i++) {
            throttle.refusal(caller("tenant-" + i, "app-" + i));
        }
        assertThat(throttle.remembered()).isBetween(1L, 2L * Throttle.MAX_BUCKETS);
    }

    @Test
    void forgetsWhoHasBeenQuietForAWindow() {
        passing("t", "a", 1);
        passing("u", "a", 1);
        pass(WINDOW.minusNanos(1));
        assertThat(throttle.remembered()).isEqualTo(4);
        passing("u", "a", 1);
        pass(Duration.ofNanos(1));
        assertThat(throttle.remembered()).isEqualTo(2);
    }

    private Throttle throttle(ThrottleLimits limits) {
        return new Throttle(limits, now::get);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** Returns how many of a number of requests pass. */
    private long passing(String tenant, String app, int requests) {
        return IntStream.range(0, requests)
                .filter(i -> refusal(tenant, app).isEmpty())
                .count();
    }

    private Optional<Throttle.Refusal> refusal(String tenant, String app) {
        return throttle.refusal(caller(tenant, app));
    }

    private static Caller caller(String tenant, String app) {
        return new Caller(tenant, CallerKind.APP, app, null, Set.of());
    }
}
