package dev.remoteassistance.server.front.deadline;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Creates connections that record since when they have been waiting for a header. */
public final class TimedConnector extends ServerConnector {

    private static final int ACCEPTORS = 1;
    private static final int DEFAULT_SELECTORS = -1;

    public TimedConnector(Server server, List<ConnectionFactory> protocols) {
        super(server, ACCEPTORS, DEFAULT_SELECTORS, protocols.toArray(ConnectionFactory[]::new));
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint endPoint = new TimedEndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }
}
