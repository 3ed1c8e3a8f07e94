package dev.remoteassistance.server.throttle;

import java.time.Duration;

/**
 * The number of requests that may pass in each window of time.
 *
 * @param tenantRequests requests of a tenant, from all of its apps
 * @param appRequests requests of one app within a tenant; at most the tenant's
 * @param window how long a window lasts
 */
public record ThrottleLimits(int tenantRequests, int appRequests, Duration window) {

    private static final int MAX_REQUESTS = 1_000_000_000;
    /** {@code Retry-After} is in whole seconds, so a shorter window would make callers wait too long. */
    private static final Duration MIN_WINDOW = Duration.ofSeconds(1);

    private static final Duration MAX_WINDOW = Duration.ofDays(1);

    /**
     * Microsoft Graph's limits on writes of Intune's remote assistance: 200 requests of a tenant in 20 seconds, 100
     * requests of an app within a tenant in 20 seconds. Source: "Microsoft Graph service-specific throttling limits" in
     * Microsoft's documentation, section on Intune ({@code learn.microsoft.com/graph/throttling-limits}).
     */
    public static final ThrottleLimits GRAPH = new ThrottleLimits(200, 100, Duration.ofSeconds(20));

    public ThrottleLimits {
        requireRequests(tenantRequests);
        requireAppRequests(appRequests, tenantRequests);
        requireWindow(window);
    }

    /** Refuses a number of requests that is out of range. */
    public static void requireRequests(int requests) {
        if (requests < 1 || requests > MAX_REQUESTS) {
            throw new IllegalArgumentException("must be 1 to %d, not %d".formatted(MAX_REQUESTS, requests));
        }
    }

    /** Refuses a limit of an app that is above the tenant's, so that no app could reach it. */
    public static void requireAppRequests(int appRequests, int tenantRequests) {
        requireRequests(appRequests);
        if (appRequests > tenantRequests) {
            throw new IllegalArgumentException(
                    "must be at most the tenant's %d, not %d".formatted(tenantRequests, appRequests));
        }
    }

    /** Refuses a window that is too short for whole seconds, or so long that a caller would give up. */
    public static void requireWindow(Duration window) {
        if (window.compareTo(MIN_WINDOW) < 0 || window.compareTo(MAX_WINDOW) > 0) {
            throw new IllegalArgumentException("must be %s to %s, not %s".formatted(MIN_WINDOW, MAX_WINDOW, window));
        }
    }
}
