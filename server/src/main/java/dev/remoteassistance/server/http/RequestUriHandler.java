package dev.remoteassistance.server.http;

import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Keeps addresses from Jersey that it cannot take: it makes {@link URI}s of them before any code of ours runs.
 *
 * <p>The host that the caller used is replaced, since nothing here depends on it and names such as {@code my_service}
 * are no host names to {@code URI}. What is malformed beyond that is refused.
 */
public final class RequestUriHandler extends Handler.Wrapper {

    private static final String HOST = "localhost";

    public RequestUriHandler(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpURI uri = HttpURI.build(request.getHttpURI())
                .authority(HOST, Request.getLocalPort(request))
                .asImmutable();
        if (!isUri(uri.asString())) {
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        return super.handle(
                new Request.Wrapper(request) {
                    @Override
                    public HttpURI getHttpURI() {
                        return uri;
                    }
                },
                response,
                callback);
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
