package dev.remoteassistance.server.http.throttle;

import dev.remoteassistance.server.auth.BearerFilter;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;

/**
 * Refuses what is over a caller's share, as soon as the caller is known and before anything else is looked at: a
 * refusal has to be cheap. So whatever a known caller sends counts, also what a later check refuses.
 */
@PreMatching
@Priority(ThrottleFilter.PRIORITY)
public final class ThrottleFilter implements ContainerRequestFilter {

    /** After authentication, since only a verified token tells whom to count for. */
    public static final int PRIORITY = Priorities.AUTHENTICATION + 1;

    private final Throttle throttle;

    @Inject
    public ThrottleFilter(Throttle throttle) {
        this.throttle = throttle;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        throttle.refusal(BearerFilter.of(request)).ifPresent(refusal -> {
            throw new RefusalException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    refusal.reason(),
                    Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfterSeconds())));
        });
    }
}
