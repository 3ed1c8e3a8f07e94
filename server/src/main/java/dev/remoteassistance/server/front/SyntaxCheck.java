package dev.remoteassistance.server.front;

import dev.remoteassistance.server.http.AdmissionHandler;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RequestRecord;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;

/**
 * Refuses syntax that Jetty accepts but JAX-RS cannot use, or that a proxy in front may read in another way: request
 * targets that are not URIs, and transfer codings other than {@code chunked} on HTTP/1.1.
 */
public final class SyntaxCheck implements AdmissionHandler.Check {

    /** Replaces the caller's host: it has no meaning here, and {@link URI} rejects names such as {@code my_service}. */
    static final URI BASE = URI.create("http://localhost/");

    private static final String ATTRIBUTE = URI.class.getName();

    @Override
    public void check(Request request, RequestRecord record) {
        request.setAttribute(ATTRIBUTE, address(request.getHttpURI().getPathQuery()));
        List<String> codings = request.getHeaders().getValuesList(HttpHeader.TRANSFER_ENCODING);
        boolean plain = codings.isEmpty()
                || codings.size() == 1
                        && HttpHeaderValue.CHUNKED.is(codings.get(0))
                        && request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_0;
        if (!plain) {
            throw new RefusalException(
                    ErrorCode.BAD_REQUEST,
                    "Transfer-Encoding must be chunked alone, on HTTP/1.1.",
                    Map.of(HttpHeader.CONNECTION.asString(), HttpHeaderValue.CLOSE.asString()));
        }
    }

    /** Returns the URI of a request that has passed this check. */
    static URI of(Request request) {
        return (URI) request.getAttribute(ATTRIBUTE);
    }

    private static URI address(String pathAndQuery) {
        try {
            if (pathAndQuery != null && pathAndQuery.startsWith("/")) {
                return new URI(BASE.getScheme() + "://" + BASE.getHost() + pathAndQuery);
            }
        } catch (URISyntaxException malformed) {
            // Refused below.
        }
        throw new RefusalException(ErrorCode.BAD_REQUEST);
    }
}
