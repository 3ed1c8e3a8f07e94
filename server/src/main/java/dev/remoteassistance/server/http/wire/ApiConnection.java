package dev.remoteassistance.server.http.wire;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * Does two things for which Jetty has no setting. It bounds the time that the header of a request may take: Jetty's idle
 * timeout is content with a byte every half minute. Needs no timer, since a sender that sends nothing at all runs into
 * the idle timeout. And after an answer that came later, it waits for the next request at once.
 */
final class ApiConnection extends HttpConnection {

    private final long longest;
    private final Executor continuation = this::goOn;
    private final Callback nextRequest = new NextRequest();
    private long headersSeen = -1;
    private long bytesBefore;
    private long start;

    private ApiConnection(HttpConfiguration http, Connector connector, EndPoint endPoint, Duration longest) {
        super(http, connector, endPoint);
        this.longest = longest.toNanos();
    }

    /** Called when there are bytes to read outside of a body, by one thread at a time. */
    @Override
    public void onFillable() {
        boolean nothingOfAHeader = getMessagesIn() != headersSeen || getBytesIn() == bytesBefore;
        if (nothingOfAHeader) {
            headersSeen = getMessagesIn();
            bytesBefore = getBytesIn();
            start = NanoTime.now();
        } else if (NanoTime.since(start) > longest) {
            refuse();
            return;
        }
        super.onFillable();
    }

    /** Jetty gives it this connection when an answer is complete that came after its handler had returned. */
    @Override
    protected Executor getExecutor() {
        return continuation;
    }

    /** Jetty itself would call a thread of the pool, only for that to find that the next request is not there yet. */
    private void goOn(Runnable task) {
        if (task == this && getParser().isStart() && isRequestBufferEmpty()) {
            fillInterested(nextRequest);
        } else {
            super.getExecutor().execute(task);
        }
    }

    private void refuse() {
        start = NanoTime.now();
        if (getParser().isClose() || getParser().isClosed()) {
            // It has been refused before, and still goes on sending.
            getEndPoint().close();
            return;
        }
        getParser().close();
        ((HttpParser.RequestHandler) getParser().getHandler())
                .badMessage(new HttpException.RuntimeException(HttpStatus.REQUEST_TIMEOUT_408));
    }

    /** As Jetty's own, which it keeps to itself; the one of its base class would never stay on the selector's thread. */
    private final class NextRequest implements Callback {

        @Override
        public void succeeded() {
            onFillable();
        }

        @Override
        public void failed(Throwable failure) {
            onFillInterestedFailed(failure);
        }

        @Override
        public InvocationType getInvocationType() {
            return getServer().getInvocationType();
        }
    }

    /** Makes such connections. */
    static final class Factory extends HttpConnectionFactory {

        private final Duration longest;

        Factory(HttpConfiguration http, Duration longest) {
            super(http);
            this.longest = longest;
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            return configure(
                    new ApiConnection(getHttpConfiguration(), connector, endPoint, longest), connector, endPoint);
        }
    }
}
