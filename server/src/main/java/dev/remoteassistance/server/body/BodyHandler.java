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
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes the body of an admitted request off the wire, and calls the next handler once it is complete, so that no thread
 * waits for its sender. This is the one place that decides about the size of a body and the pace at which it comes.
 */
public final class BodyHandler extends Handler.Wrapper {

    /** What compression may add to a body that cannot be compressed. */
    private static final int GZIP_OVERHEAD = 64 * 1024;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final RefusalWriter refusals;
    private final BodyMemory memory;

    public BodyHandler(RefusalWriter refusals, BodyMemory memory, Handler handler) {
        super(handler);
        this.refusals = refusals;
        this.memory = memory;
    }

    /** Returns how many bytes a body may have as it arrives, for a limit of its operation. */
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
                        max,
                        maxOnTheWire,
                        share::arrive,
                        bytes -> {
                            request.setAttribute(ReceivedBody.ATTRIBUTE, new ReceivedBody(bytes, gzip, max, share));
                            record.log(() -> handOver(request, response, callback));
                        },
                        refusal -> refuse(request, response, callback, refusal))
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

    /** There is no point in waiting for the rest of a body that comes too slowly. */
    private void refuse(Request request, Response response, Callback callback, RefusalException refusal) {
        if (refusal.code() == ErrorCode.REQUEST_TIMEOUT) {
            refusals.refuseAndClose(request, response, callback, refusal);
        } else {
            refusals.refuse(request, response, callback, refusal);
        }
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
