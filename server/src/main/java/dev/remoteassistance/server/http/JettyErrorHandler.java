package dev.remoteassistance.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.model.ODataError;
import dev.remoteassistance.model.json.JsonPolicy;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what never reaches JAX-RS, such as malformed HTTP, in the same form as every other refusal. */
public final class JettyErrorHandler extends ErrorHandler {

    /** About as long as a restart takes. */
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ObjectMapper mapper = JsonPolicy.newMapper();
    private final ErrorBody body;
    private final RequestIds.Source ids;

    public JettyErrorHandler(ErrorBody body, RequestIds.Source ids) {
        this.body = body;
        this.ids = ids;
    }

    /** Whatever the method: the contract knows no answer without a body but success. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        ErrorCode code = ErrorCode.ofStatus(status)
                .orElse(status < 500 ? ErrorCode.BAD_REQUEST : ErrorCode.INTERNAL_SERVER_ERROR);
        RequestRecord record = RequestRecord.of(request, ids);
        record.refusal(code);
        RequestIds names = record.ids();
        ODataError error = body.of(names, code, message(code), List.of());
        response.setStatus(code.status());
        response.getHeaders().put(RequestIds.REQUEST_ID, names.requestId());
        response.getHeaders().put(RequestIds.CLIENT_REQUEST_ID, names.clientRequestId());
        if (code == ErrorCode.SERVICE_UNAVAILABLE) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MimeTypes.Type.APPLICATION_JSON.asString());
        try {
            byte[] json = mapper.writeValueAsBytes(error);
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
            response.write(true, ByteBuffer.wrap(json), callback);
        } catch (JsonProcessingException e) {
            callback.failed(e);
        }
    }

    private static String message(ErrorCode code) {
        return switch (code) {
            case REQUEST_HEADER_FIELDS_TOO_LARGE -> "The header of the request is too large.";
            case URI_TOO_LONG -> "The address of the request is too long.";
            case REQUEST_TIMEOUT -> "The request did not arrive in time.";
            case SERVICE_UNAVAILABLE -> "The server is about to stop. Sending the request again is safe.";
            case INTERNAL_SERVER_ERROR -> "The server failed. Sending the request again is safe.";
            default -> "The request or its address is malformed.";
        };
    }
}
