package dev.remoteassistance.server.front.deadline;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Creates connections that record when they began to wait for a request header. */
public final class TimedConnector extends ServerConnector {

    private static final int ACCEPTORS = 1;
    private static final int DEFAULT_SELECTORS = -1;

    private final Duration idleTimeoutAtTheLimit;

    /** @param idleTimeoutAtTheLimit idle timeout of connections that open when no more are accepted */
    public TimedConnector(Server server, List<ConnectionFactory> protocols, Duration idleTimeoutAtTheLimit) {
        super(server, ACCEPTORS, DEFAULT_SELECTORS, protocols.toArray(ConnectionFactory[]::new));
        this.idleTimeoutAtTheLimit = idleTimeoutAtTheLimit;
    }

    /**
     * Jetty shortens the idle timeout of the connections that are open when the limit is reached. Those that are accepted
     * by then and open later would keep the usual one, and keep callers out.
     */
    @Override
    protected void onEndPointOpened(EndPoint endPoint) {
        super.onEndPointOpened(endPoint);
        if (!isAccepting()) {
            endPoint.setIdleTimeout(idleTimeoutAtTheLimit.toMillis());
        }
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint endPoint = new TimedEndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }
}
