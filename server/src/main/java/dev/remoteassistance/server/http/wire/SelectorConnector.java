package dev.remoteassistance.server.http.wire;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets answers be finished on the thread that watches their connection. Reports that share a transaction are answered
 * together: that thread wakes once for all of them, and is there when the next requests come. From any other thread,
 * each answer would wake it anew.
 */
public final class SelectorConnector extends ServerConnector {

    private static final Logger LOG = LoggerFactory.getLogger(SelectorConnector.class);

    private static final int ACCEPTORS = 1;

    SelectorConnector(Server server, ConnectionFactory... protocols) {
        // Swift requests stay on the threads that read them; fewer of those than cores would leave cores idle.
        super(server, ACCEPTORS, Runtime.getRuntime().availableProcessors(), protocols);
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SelectedEndPoint endPoint = new SelectedEndPoint(channel, selector, key, this);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    /**
     * Returns what finishes the answer of a request. It must never be given anything that waits: the thread serves many
     * connections. Where the connection is encrypted it is the pool, since to encrypt is work of its own.
     */
    public static Executor executor(Request request) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        return endPoint instanceof SelectedEndPoint selected
                ? selected
                : request.getConnectionMetaData().getConnector().getExecutor();
    }

    private static final class SelectedEndPoint extends SocketChannelEndPoint implements Executor {

        private final ManagedSelector selector;

        SelectedEndPoint(
                SocketChannel channel, ManagedSelector selector, SelectionKey key, SelectorConnector connector) {
            super(channel, selector, key, connector.getScheduler());
            this.selector = selector;
        }

        @Override
        public void execute(Runnable answer) {
            selector.submit(ignored -> {
                try {
                    answer.run();
                } catch (RuntimeException e) {
                    LOG.error("An answer cannot be finished", e);
                }
            });
        }
    }
}
