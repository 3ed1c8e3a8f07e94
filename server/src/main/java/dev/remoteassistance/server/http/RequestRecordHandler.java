package dev.remoteassistance.server.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Names every request before anything else looks at it. What the thread logs carries the names until it moves on. */
public final class RequestRecordHandler extends Handler.Wrapper {

    private final RequestIds.Source source;

    public RequestRecordHandler(RequestIds.Source source, Handler handler) {
        super(handler);
        this.source = source;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RequestRecord.LogScope scope = RequestRecord.of(request, source).open();
        try {
            return super.handle(request, response, callback);
        } finally {
            scope.close();
        }
    }
}
