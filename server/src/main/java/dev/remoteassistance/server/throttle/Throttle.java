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
 * <p>A window begins with the first request that is counted and follows upon the last; in each, as many requests pass
 * as the limits say. Requests that are refused here count nowhere. Callers whose token names no app count as one app of
 * their tenant: else an app would get more by staying nameless.
 *
 * <p>What is forgotten is what has been quiet for a whole window, and would start afresh anyway. Beyond that, no more
 * than {@value #MOST_BUCKETS} tenants and as many apps are remembered: whoever floods the server with verified tokens
 * of more apps than that loosens the limits, but takes no more memory.
 */
public final class Throttle {

    static final int MOST_BUCKETS = 50_000;

    private final LoadingCache<String, Bucket> tenants;
    private final LoadingCache<App, Bucket> apps;

    public Throttle(ThrottleLimits limits) {
        this(limits, System::nanoTime);
    }

    /**
     * A throttle with a time of its own.
     *
     * @param nanoTime tells the time as {@link System#nanoTime()} does
     */
    public Throttle(ThrottleLimits limits, LongSupplier nanoTime) {
        this.tenants = buckets(limits.tenantRequests(), limits.window(), nanoTime);
        this.apps = buckets(limits.appRequests(), limits.window(), nanoTime);
    }

    /**
     * Counts a request, or says why it is not let pass.
     *
     * <p>The app comes first, so that an app over its limit takes nothing of its tenant's share, not even for a moment.
     */
    public Optional<ThrottleRefusal> refusal(Caller caller) {
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

    /** How many buckets there are; in no case more than twice the limit once the caches have tidied up. */
    long remembered() {
        tenants.cleanUp();
        apps.cleanUp();
        return tenants.estimatedSize() + apps.estimatedSize();
    }

    private static Optional<ThrottleRefusal> refusal(String who, long nanos) {
        return Optional.of(new ThrottleRefusal(
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
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(window)
                .ticker(nanoTime::getAsLong)
                // No thread of its own: tidying up is short, and a test can see it done.
                .executor(Runnable::run)
                .build(key -> Bucket.builder()
                        .addLimit(limit)
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** An app within a tenant; of a name that the token does not tell, if {@code appId} is null. */
    private record App(String tenantId, String appId) {}

    /** The same time for the buckets as for the caches that hold them. */
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
