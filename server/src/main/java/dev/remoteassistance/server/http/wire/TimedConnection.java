package dev.remoteassistance.server.http.wire;

import java.time.Duration;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;

/**
 * Bounds the time that the header of a request may take, for which Jetty has no setting: its idle timeout is content
 * with a byte every half minute. Needs no timer, since a sender that sends nothing at all runs into the idle timeout.
 */
final class TimedConnection extends HttpConnection {

    private final long longest;
    private long headersSeen = -1;
    private long bytesBefore;
    private long start;

    private TimedConnection(HttpConfiguration http, Connector connector, EndPoint endPoint, Duration longest) {
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
                    new TimedConnection(getHttpConfiguration(), connector, endPoint, longest), connector, endPoint);
        }
    }
}
