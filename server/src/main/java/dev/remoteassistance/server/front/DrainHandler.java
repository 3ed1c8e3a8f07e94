package dev.remoteassistance.server.front;

import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drains the server without a failed request. Every answer says {@code Connection: close}, so that the caller's next
 * request goes to another server. Requests that still arrive are answered as usual until none is under way.
 */
public final class DrainHandler extends GracefulHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DrainHandler.class);

    private volatile boolean draining;

    public DrainHandler(Handler handler) {
        super(handler);
    }

    /** Sends callers to other servers for this time. New connections are accepted until the server stops. */
    public void drain(Duration time) {
        draining = true;
        if (isRunning() && !time.isZero()) {
            LOG.info("Not ready any more; still answering for {}", time);
            try {
                Thread.sleep(time.toMillis());
            } catch (InterruptedException e) {
                // Only the drain is cut short; the server still answers the requests under way.
                Thread.currentThread().interrupt();
            }
        }
    }

    public boolean isDraining() {
        return draining;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (draining) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        }
        return super.handle(request, response, callback);
    }

    /** Serves a request on a connection that was open before, instead of refusing it: its sender cannot know yet. */
    @Override
    protected void handleShutdownRejection(Request request, Response response, Callback callback) {
        try {
            if (!getHandler().handle(request, response, callback)) {
                super.handleShutdownRejection(request, response, callback);
            }
        } catch (Exception e) {
            LOG.error("Request failed unexpectedly", e);
            Response.writeError(request, response, callback, e);
        }
    }
}
