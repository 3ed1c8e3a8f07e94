package dev.remoteassistance.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the refusals of requests outside JAX-RS: by our stations, and by Jetty, which refuses malformed HTTP. */
public final class RefusalWriter extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalWriter.class);

    private final ObjectMapper mapper = JsonPolicy.newMapper();
    private final ErrorBody body;
    private final RequestIds.Source ids;

    public RefusalWriter(ErrorBody body, RequestIds.Source ids) {
        this.body = body;
        this.ids = ids;
    }

    /** Refuses a request once the rest of its body has been discarded. */
    public void refuse(Request request, Response response, Callback callback, RefusalException refusal) {
        UnreadBody.discard(request, () -> write(request, response, callback, refusal));
    }

    /** Refuses a request without waiting for the rest of its body, and closes its connection. */
    public void refuseAndClose(Request request, Response response, Callback callback, RefusalException refusal) {
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        write(request, response, callback, refusal);
    }

    /** Returns true for all methods: by the contract, every answer but success has a body. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    /** Called by Jetty for requests that it refuses, and for exceptions that a handler throws. */
    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        // Nobody can read an answer on a closed connection. Usually the sender has closed it, which is not a failure of
        // the server.
        ErrorCode code = cause instanceof EofException ? ErrorCode.BAD_REQUEST : ErrorCode.ofStatus(status);
        if (code == ErrorCode.INTERNAL_SERVER_ERROR) {
            RequestRecord.of(request, ids).log(() -> LOG.error("Request failed unexpectedly", cause));
        }
        write(request, response, callback, new RefusalException(code));
    }

    /** Returns the whole answer to a header that came too late: there is no request yet that Jetty could answer. */
    public ByteBuffer tooLate() {
        RefusalException refusal = new RefusalException(ErrorCode.REQUEST_TIMEOUT);
        HttpFields.Mutable headers = HttpFields.build();
        headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        byte[] json = json(ids.next(null), refusal, headers);
        String head = "HTTP/1.1 %d %s\r\n%s"
                .formatted(
                        refusal.code().status(),
                        HttpStatus.getMessage(refusal.code().status()),
                        headers.asString());
        ByteBuffer answer = ByteBuffer.allocate(head.length() + json.length);
        return answer.put(head.getBytes(StandardCharsets.US_ASCII)).put(json).flip();
    }

    private void write(Request request, Response response, Callback callback, RefusalException refusal) {
        RequestRecord record = RequestRecord.of(request, ids);
        record.refusal(refusal.code());
        response.setStatus(refusal.code().status());
        byte[] json = json(record.ids(), refusal, response.getHeaders());
        response.write(true, ByteBuffer.wrap(json), callback);
    }

    private byte[] json(RequestIds names, RefusalException refusal, HttpFields.Mutable headers) {
        try {
            byte[] json = mapper.writeValueAsBytes(body.of(names, refusal));
            names.putOn(headers);
            refusal.headers().forEach(headers::put);
            headers.put(HttpHeader.CONTENT_TYPE, MimeTypes.Type.APPLICATION_JSON.asString());
            headers.put(HttpHeader.CONTENT_LENGTH, json.length);
            return json;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
