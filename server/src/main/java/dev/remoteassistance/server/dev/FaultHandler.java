package dev.remoteassistance.server.dev;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Shows faults to callers, to test how they cope. Only the development server and tests put it before the stations. */
public final class FaultHandler extends Handler.Wrapper {

    private static final String PAGE = "<html><body>Please sign in to the network.</body></html>";

    private final Supplier<Optional<Fault>> faults;

    /**
     * @param faults called once for each request, by many threads
     * @param handler answers the requests without a fault
     */
    public FaultHandler(Supplier<Optional<Fault>> faults, Handler handler) {
        super(handler);
        this.faults = faults;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Fault> fault = faults.get();
        if (fault.isEmpty()) {
            return super.handle(request, response, callback);
        }
        switch (fault.get().kind()) {
            case THROTTLED -> refuse(request, response, callback, fault.get(), HttpStatus.TOO_MANY_REQUESTS_429);
            case UNAVAILABLE -> refuse(request, response, callback, fault.get(), HttpStatus.SERVICE_UNAVAILABLE_503);
            case SLOW -> {
                Thread.sleep(fault.get().time().toMillis());
                return super.handle(request, response, callback);
            }
            case CUT -> {
                endPoint(request).close();
                callback.succeeded();
            }
            case CUT_AFTER_COMMIT -> {
                request.addHttpStreamWrapper(stream -> new CutStream(stream, endPoint(request)));
                return super.handle(request, response, callback);
            }
            case WRONG_BODY -> {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html");
                response.write(true, ByteBuffer.wrap(PAGE.getBytes(StandardCharsets.US_ASCII)), callback);
            }
        }
        return true;
    }

    private static void refuse(Request request, Response response, Callback callback, Fault fault, int status) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, fault.time().toSeconds());
        Response.writeError(request, response, callback, status);
    }

    private static EndPoint endPoint(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }

    /** Closes the connection before the response is sent. */
    private static final class CutStream extends HttpStream.Wrapper {

        private final EndPoint endPoint;

        CutStream(HttpStream stream, EndPoint endPoint) {
            super(stream);
            this.endPoint = endPoint;
        }

        @Override
        public void send(
                MetaData.Request request,
                MetaData.Response response,
                boolean last,
                ByteBuffer content,
                Callback callback) {
            endPoint.close();
            super.send(request, response, last, content, callback);
        }
    }
}
