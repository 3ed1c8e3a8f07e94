package dev.remoteassistance.server.front.deadline;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections of a {@link TimedConnector} whose sender takes too long for the header of a request. The time
 * begins when the connection is accepted or the first byte of its next request arrives, below TLS, so that handshakes
 * count as well. Jetty's idle timeout does not end a sender that sends a byte now and then.
 */
public final class HeaderDeadline extends Handler.Wrapper {

    private static final Duration TICK = Duration.ofMillis(500);

    private final Duration maxTime;
    private final Supplier<ByteBuffer> refusal;
    private volatile Scheduler.Task timer;

    /** @param refusal makes the answer to a request whose header is late */
    public HeaderDeadline(Duration maxTime, Supplier<ByteBuffer> refusal, Handler handler) {
        super(handler);
        this.maxTime = maxTime;
        this.refusal = refusal;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        TimedEndPoint timed = (TimedEndPoint) (endPoint instanceof EndPoint.Wrapper tls ? tls.unwrap() : endPoint);
        if (!timed.begin(request)) {
            // The timer is about to send the same. Whichever comes first ends the connection's output.
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
            Response.writeError(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
            return true;
        }
        Request.addCompletionListener(request, failure -> timed.end(request));
        return super.handle(request, response, callback);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        timer = getServer().getScheduler().schedule(this::look, TICK);
    }

    @Override
    protected void doStop() throws Exception {
        timer.cancel();
        super.doStop();
    }

    private void look() {
        for (Connector connector : getServer().getConnectors()) {
            for (EndPoint endPoint : connector.getConnectedEndPoints()) {
                if (endPoint instanceof TimedEndPoint timed) {
                    timed.look(maxTime, refusal);
                }
            }
        }
        timer = getServer().getScheduler().schedule(this::look, TICK);
    }
}
