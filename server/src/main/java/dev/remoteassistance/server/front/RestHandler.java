package dev.remoteassistance.server.front;

import dev.remoteassistance.server.auth.BearerCheck;
import dev.remoteassistance.server.body.ReceivedBody;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RefusalWriter;
import dev.remoteassistance.server.http.RequestRecord;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes requests to Jersey and answers to Jetty. Unlike Jersey's own container for Jetty, it has the whole body before
 * it begins and buffers the whole answer, so that no thread waits for a sender or a reader.
 */
public final class RestHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(RestHandler.class);

    private final ApplicationHandler jersey;
    private final RefusalWriter refusals;

    public RestHandler(ResourceConfig application, RefusalWriter refusals) {
        this.jersey = new ApplicationHandler(application);
        this.refusals = refusals;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ContainerRequest rest = new ContainerRequest(
                SyntaxCheck.BASE,
                SyntaxCheck.of(request),
                request.getMethod(),
                new Security(BearerCheck.callerOf(request), request.isSecure()),
                new MapPropertiesDelegate(),
                jersey.getConfiguration());
        request.getHeaders().forEach(header -> rest.header(header.getName(), header.getValue()));
        // Replaces the header with the type that was chosen: a malformed element would make JAX-RS refuse the whole
        // header.
        RequestRecord.of(request)
                .flatMap(RequestRecord::answerType)
                .ifPresent(type -> rest.getHeaders().putSingle(HttpHeaders.ACCEPT, type));
        rest.setProperty(RequestRecord.ATTRIBUTE, request.getAttribute(RequestRecord.ATTRIBUTE));
        rest.setProperty(ReceivedBody.ATTRIBUTE, ReceivedBody.of(request));
        rest.setEntityStream(ReceivedBody.of(request).stream());
        rest.setWriter(new Answer(request, response, callback));
        jersey.handle(rest);
        return true;
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        jersey.onShutdown(null);
    }

    /** The caller in the form that JAX-RS needs. There are no roles: the contract names permissions. */
    private record Security(Principal getUserPrincipal, boolean isSecure) implements SecurityContext {

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }

    /** Buffers one answer and writes it in whole. */
    private final class Answer implements ContainerResponseWriter {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);

        Answer(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        @Override
        public OutputStream writeResponseStatusAndHeaders(long contentLength, ContainerResponse answer) {
            response.setStatus(answer.getStatus());
            answer.getStringHeaders()
                    .forEach((name, values) ->
                            values.forEach(value -> response.getHeaders().add(name, value)));
            return body;
        }

        @Override
        public void commit() {
            response.write(true, ByteBuffer.wrap(body.toByteArray()), callback);
        }

        /** Answers a failure that not even the mapper could handle. */
        @Override
        public void failure(Throwable error) {
            RequestRecord.of(request).orElseThrow().log(() -> LOG.error("Request failed unexpectedly", error));
            refusals.refuse(request, response, callback, new RefusalException(ErrorCode.INTERNAL_SERVER_ERROR));
        }

        /** Accepts any suspension: a resource waits only for the store, which has its own time limits. */
        @Override
        public boolean suspend(long timeOut, TimeUnit unit, TimeoutHandler handler) {
            return true;
        }

        @Override
        public void setSuspendTimeout(long timeOut, TimeUnit unit) {
            throw new IllegalStateException("Resources have no timeout of their own");
        }

        @Override
        public boolean enableResponseBuffering() {
            return false;
        }
    }
}
