package dev.remoteassistance.server.throttle;

import dev.remoteassistance.server.auth.BearerCheck;
import dev.remoteassistance.server.http.AdmissionHandler;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RequestRecord;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Refuses requests beyond the caller's limits. Runs as soon as the caller is known and before any further check,
 * because a refusal has to be cheap. So all requests of a known caller count, also those that a later check refuses.
 */
public final class ThrottleCheck implements AdmissionHandler.Check {

    private final Throttle throttle;

    public ThrottleCheck(Throttle throttle) {
        this.throttle = throttle;
    }

    @Override
    public void check(Request request, RequestRecord record) {
        throttle.refusal(BearerCheck.callerOf(request)).ifPresent(refusal -> {
            throw new RefusalException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    refusal.reason(),
                    Map.of(HttpHeader.RETRY_AFTER.asString(), String.valueOf(refusal.retryAfterSeconds())));
        });
    }
}
