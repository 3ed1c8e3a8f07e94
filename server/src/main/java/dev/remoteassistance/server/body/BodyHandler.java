package dev.remoteassistance.server.body;

import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RefusalWriter;
import dev.remoteassistance.server.http.RequestRecord;
import dev.remoteassistance.server.http.UnreadBody;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/**
 * Reads the whole body of an admitted request asynchronously, then calls the next handler. No thread waits for a slow
 * sender. This is the one place that decides about the size of a body and the pace of its sender.
 */
public final class BodyHandler extends Handler.Wrapper {

    /** Bytes that gzip may add to a body that cannot be compressed. */
    private static final int GZIP_OVERHEAD = 64 * 1024;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final RefusalWriter refusals;
    private final BodyMemory memory;

    public BodyHandler(RefusalWriter refusals, BodyMemory memory, Handler handler) {
        super(handler);
        this.refusals = refusals;
        this.memory = memory;
    }

    /** Returns the maximum size of a body on the wire, which may be compressed, for its operation's limit. */
    public static int maxOnTheWire(int maxBytes) {
        return maxBytes + GZIP_OVERHEAD;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RequestRecord record = RequestRecord.of(request).orElseThrow();
        int max = record.operation().map(Operation::maxBodyBytes).orElseThrow();
        boolean gzip = isGzip(request.getHeaders().getValuesList(HttpHeader.CONTENT_ENCODING));
        int maxOnTheWire = gzip ? maxOnTheWire(max) : max;
        if (request.getLength() > maxOnTheWire) {
            throw ReceivedBody.tooLarge(max);
        }
        BodyMemory.Share share = memory.share(record.tenant().orElseThrow());
        Request.addCompletionListener(request, failure -> share.close());
        if (!UnreadBody.isExpected(request)) {
            request.setAttribute(ReceivedBody.ATTRIBUTE, new ReceivedBody(NOTHING, gzip, max, share));
            return super.handle(request, response, callback);
        }
        new BodyArrival(
                        request,
                        maxOnTheWire,
                        share,
                        Promise.from(
                                bytes -> {
                                    request.setAttribute(
                                            ReceivedBody.ATTRIBUTE, new ReceivedBody(bytes, gzip, max, share));
                                    record.log(() -> handOver(request, response, callback));
                                },
                                reason -> refuse(request, response, callback, refusal(reason, max))))
                .run();
        return true;
    }

    private void handOver(Request request, Response response, Callback callback) {
        try {
            if (!getHandler().handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable failure) {
            Response.writeError(request, response, callback, failure);
        }
    }

    /** Refuses a request. If its body comes too slowly, closes the connection instead of waiting for the rest. */
    private void refuse(Request request, Response response, Callback callback, RefusalException refusal) {
        if (refusal.code() == ErrorCode.REQUEST_TIMEOUT) {
            refusals.refuseAndClose(request, response, callback, refusal);
        } else {
            refusals.refuse(request, response, callback, refusal);
        }
    }

    private static RefusalException refusal(Throwable reason, int max) {
        if (reason instanceof RefusalException refusal) {
            // Names the operation's limit, which counts inflated bytes, in the refusal of a body that is too large.
            return refusal.code() == ErrorCode.REQUEST_ENTITY_TOO_LARGE ? ReceivedBody.tooLarge(max) : refusal;
        }
        return reason instanceof TimeoutException || reason.getCause() instanceof TimeoutException
                ? new RefusalException(ErrorCode.REQUEST_TIMEOUT)
                : new RefusalException(ErrorCode.BAD_REQUEST, "The body is not complete.");
    }

    private static boolean isGzip(List<String> encodings) {
        String encoding = String.join(",", encodings).trim().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw new RefusalException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "The body must be sent plainly or with Content-Encoding: gzip.");
        };
    }
}
