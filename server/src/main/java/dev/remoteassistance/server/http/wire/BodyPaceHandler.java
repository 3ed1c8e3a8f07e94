package dev.remoteassistance.server.http.wire;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * Ends bodies that come too slowly. Jetty's own data rate is measured from the first byte on and knows no grace, and its
 * idle timeout is content with a byte now and then.
 */
public final class BodyPaceHandler extends Handler.Wrapper {

    public BodyPaceHandler(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new PacedRequest(request), response, callback);
    }

    private static final class PacedRequest extends Request.Wrapper {

        private final BodyPace pace = new BodyPace(NanoTime.now());
        private Content.Chunk end;

        PacedRequest(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            if (end != null) {
                return end;
            }
            Content.Chunk chunk = super.read();
            if (Content.Chunk.isFailure(chunk)) {
                // Jetty would let the reader try again after an idle timeout, and again.
                end = Content.Chunk.from(chunk.getFailure());
                return end;
            }
            if (chunk != null) {
                pace.came(chunk.remaining());
            } else if (pace.isTooSlow(NanoTime.now())) {
                end = Content.Chunk.from(new TimeoutException("The body comes too slowly"));
                return end;
            }
            return chunk;
        }
    }
}
