package dev.remoteassistance.server.throttle;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.remoteassistance.server.auth.Caller;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Counts the requests of each tenant, and of each app within a tenant.
 *
 * <p>The first window begins with the first request; the next ones follow without a gap. In each window, as many
 * requests pass as the limits allow. Requests that are refused here do not count. All callers of a tenant whose tokens
 * name no app count as one app: otherwise an app would get more by staying nameless.
 *
 * <p>A bucket is forgotten when it has not been used for a whole window: it would be full again anyway. At most {@value
 * #MAX_BUCKETS} tenants and as many apps are remembered. A flood of verified tokens of more apps than that loosens the
 * limits, but takes no more memory.
 */
public final class Throttle {

    static final int MAX_BUCKETS = 50_000;

    private final LoadingCache<String, Bucket> tenants;
    private final LoadingCache<App, Bucket> apps;

    public Throttle(ThrottleLimits limits) {
        this(limits, System::nanoTime);
    }

    /** @param nanoTime tells the time as {@link System#nanoTime()} does */
    public Throttle(ThrottleLimits limits, LongSupplier nanoTime) {
        this.tenants = buckets(limits.tenantRequests(), limits.window(), nanoTime);
        this.apps = buckets(limits.appRequests(), limits.window(), nanoTime);
    }

    /**
     * Counts a request and returns empty, or returns why the request is refused.
     *
     * <p>Checks the app's limit first, so that an app over it takes nothing of its tenant's share, not even for a
     * moment.
     */
    public Optional<Refusal> refusal(Caller caller) {
        Bucket tenant = tenants.get(caller.tenantId());
        Bucket app = apps.get(new App(caller.tenantId(), caller.appId()));
        ConsumptionProbe ofApp = app.tryConsumeAndReturnRemaining(1);
        if (!ofApp.isConsumed()) {
            long ofTenant = tenant.estimateAbilityToConsume(1).getNanosToWaitForRefill();
            return refusal("application", Math.max(ofApp.getNanosToWaitForRefill(), ofTenant));
        }
        ConsumptionProbe ofTenant = tenant.tryConsumeAndReturnRemaining(1);
        if (!ofTenant.isConsumed()) {
            app.addTokens(1);
            return refusal("tenant", ofTenant.getNanosToWaitForRefill());
        }
        return Optional.empty();
    }

    /** Returns the number of buckets, at most twice {@link #MAX_BUCKETS}, after the caches' maintenance. */
    long remembered() {
        tenants.cleanUp();
        apps.cleanUp();
        return tenants.estimatedSize() + apps.estimatedSize();
    }

    private static Optional<Refusal> refusal(String who, long nanos) {
        return Optional.of(new Refusal(
                "The %s has sent more requests than its share. Send this one again after the time in Retry-After."
                        .formatted(who),
                Duration.ofNanos(nanos)));
    }

    private static <K> LoadingCache<K, Bucket> buckets(int requests, Duration window, LongSupplier nanoTime) {
        Bandwidth limit = Bandwidth.builder()
                .capacity(requests)
                .refillIntervally(requests, window)
                .build();
        TimeMeter time = new NanoTime(nanoTime);
        return Caffeine.newBuilder()
                .maximumSize(MAX_BUCKETS)
                .expireAfterAccess(window)
                .ticker(nanoTime::getAsLong)
                // The cache's maintenance is short, so the calling thread does it; a test can see the result at once.
                .executor(Runnable::run)
                .build(key -> Bucket.builder()
                        .addLimit(limit)
                        .withCustomTimePrecision(time)
                        .build());
    }

    /**
     * Why a request is refused, and when it may be sent again.
     *
     * @param reason in words for the caller
     * @param delay time after which the same request would pass, unless others use up the limit before it
     */
    public record Refusal(String reason, Duration delay) {

        /** Returns the delay in whole seconds, rounded up, because a caller that is a moment early is refused again. */
        public long retryAfterSeconds() {
            return Math.max(1, delay.plusSeconds(1).minusNanos(1).toSeconds());
        }
    }

    /** An app within a tenant; {@code appId} is null if the token names no app. */
    private record App(String tenantId, String appId) {}

    /** Gives the buckets the same time as the caches that hold them. */
    private record NanoTime(LongSupplier source) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return source.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
