package dev.remoteassistance.server.front.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.SelectorManager.AcceptListener;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** Tests which idle timeout a connection has that opens at the limit, and one that opens below it. */
class TimedConnectorTest {

    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration AT_THE_LIMIT = Duration.ofMinutes(1);

    /** The limit is reached between the time at which the connection is accepted and the time at which it opens. */
    @Test
    void aConnectionThatOpensAfterTheLimitIsReachedHasTheShortIdleTimeout() throws Exception {
        assertThat(idleTimeout(false)).isEqualTo(AT_THE_LIMIT);
    }

    @Test
    void aConnectionThatOpensBelowTheLimitHasTheUsualIdleTimeout() throws Exception {
        assertThat(idleTimeout(true)).isEqualTo(USUAL);
    }

    /** @param accepting whether the connector accepts more connections after it has accepted the first */
    private static Duration idleTimeout(boolean accepting) throws Exception {
        Server server = new Server();
        TimedConnector connector = new TimedConnector(server, List.of(new HttpConnectionFactory()), AT_THE_LIMIT);
        connector.setIdleTimeout(USUAL.toMillis());
        connector.getSelectorManager().addEventListener(new AcceptListener() {
            @Override
            public void onAccepting(SelectableChannel channel) {
                connector.setAccepting(accepting);
            }
        });
        server.addConnector(connector);
        IdleTimeoutReader reader = new IdleTimeoutReader();
        server.setHandler(reader);
        server.start();
        try {
            URI uri = URI.create("http://localhost:" + connector.getLocalPort());
            HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
            return reader.seen.join();
        } finally {
            server.stop();
        }
    }

    private static final class IdleTimeoutReader extends Handler.Abstract.NonBlocking {

        private final CompletableFuture<Duration> seen = new CompletableFuture<>();

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            seen.complete(Duration.ofMillis(request.getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .getIdleTimeout()));
            callback.succeeded();
            return true;
        }
    }
}
