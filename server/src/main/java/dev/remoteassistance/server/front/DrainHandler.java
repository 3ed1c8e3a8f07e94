package dev.remoteassistance.server.front;

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
 * Lets a server end without a failed request: every answer asks its connection to be closed, so that callers go
 * elsewhere with their next request, and what still comes is answered as ever until nothing is under way.
 */
public final class DrainHandler extends GracefulHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DrainHandler.class);

    private volatile boolean draining;

    public DrainHandler(Handler handler) {
        super(handler);
    }

    /** Begins to send callers away. New connections are taken until the server stops. */
    public void drain() {
        draining = true;
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

    /** A request on a connection that was open before: its sender cannot know yet, so it is served and not refused. */
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
