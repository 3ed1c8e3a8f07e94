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
 * Refuses what is over a caller's share, as soon as the caller is known and before anything else is looked at: a
 * refusal has to be cheap. So whatever a known caller sends counts, also what a later check refuses.
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
