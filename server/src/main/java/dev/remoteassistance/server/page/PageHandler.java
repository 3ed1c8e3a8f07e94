package dev.remoteassistance.server.page;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers GET and HEAD of the pages' files, which hold no secret and need no token. Every other request goes on to the
 * API.
 */
public final class PageHandler extends Handler.Wrapper {

    private final Pages pages;

    public PageHandler(Pages pages, Handler api) {
        super(api);
        this.pages = pages;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<PageFile> file =
                isRead(request) ? pages.at(request.getHttpURI().getPath()) : Optional.empty();
        if (file.isEmpty()) {
            return super.handle(request, response, callback);
        }
        answer(file.get(), request, response, callback);
        return true;
    }

    private static boolean isRead(Request request) {
        return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
    }

    private static void answer(PageFile file, Request request, Response response, Callback callback) {
        response.getHeaders().add(file.headers());
        if (file.entityTag().equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            callback.succeeded();
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, file.content().remaining());
        response.write(true, file.content(), callback);
    }
}
