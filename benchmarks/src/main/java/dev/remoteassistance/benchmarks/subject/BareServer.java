package dev.remoteassistance.benchmarks.subject;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The upper bound of the speed: the same Jetty with a handler that reads the body and answers 204. */
public final class BareServer {

    private static final int NO_CONTENT = 204;

    private BareServer() {}

    public static void main(String[] arguments) throws Exception {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new ReadingHandler());
        server.start();
        System.out.printf("Listening on http://127.0.0.1:%d%n", connector.getLocalPort());
        server.join();
    }

    private static final class ReadingHandler extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Content.Source.consumeAll(
                    request,
                    Callback.from(
                            () -> {
                                response.setStatus(NO_CONTENT);
                                callback.succeeded();
                            },
                            callback::failed));
            return true;
        }
    }
}
