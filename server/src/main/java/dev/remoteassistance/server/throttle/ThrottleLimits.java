package dev.remoteassistance.server.throttle;

import java.time.Duration;

/**
 * How many requests are let pass in each window of time.
 *
 * @param tenantRequests of a tenant, whatever its apps
 * @param appRequests of one app within a tenant; at most as many as of the tenant
 * @param window how long a window lasts
 */
public record ThrottleLimits(int tenantRequests, int appRequests, Duration window) {

    private static final int MOST_REQUESTS = 1_000_000_000;
    /** {@code Retry-After} counts in seconds, so a shorter window would make callers wait too long. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Microsoft Graph's figures for writes of Intune's remote assistance: 200 requests in 20 seconds of a tenant, 100 in
     * 20 seconds of an app within a tenant. Source: "Microsoft Graph service-specific throttling limits" in Microsoft's
     * documentation, section on Intune ({@code learn.microsoft.com/graph/throttling-limits}).
     */
    public static final ThrottleLimits GRAPH = new ThrottleLimits(200, 100, Duration.ofSeconds(20));

    public ThrottleLimits {
        requireRequests(tenantRequests);
        requireAppRequests(appRequests, tenantRequests);
        requireWindow(window);
    }

    /** Complains about a number of requests that is no limit. */
    public static void requireRequests(int requests) {
        if (requests < 1 || requests > MOST_REQUESTS) {
            throw new IllegalArgumentException("must be 1 to %d, not %d".formatted(MOST_REQUESTS, requests));
        }
    }

    /** Complains about a limit of an app that no app could ever reach. */
    public static void requireAppRequests(int appRequests, int tenantRequests) {
        requireRequests(appRequests);
        if (appRequests > tenantRequests) {
            throw new IllegalArgumentException(
                    "must be at most the tenant's %d, not %d".formatted(tenantRequests, appRequests));
        }
    }

    /** Complains about a window that is too short for whole seconds, or so long that a caller would give up. */
    public static void requireWindow(Duration window) {
        if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("must be %s to %s, not %s".formatted(SHORTEST, LONGEST, window));
        }
    }
}
