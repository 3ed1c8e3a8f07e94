package dev.remoteassistance.server.http;

import dev.remoteassistance.server.contract.Operation;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/** Takes the bytes of a request body off the wire: declared charset, compression, and the operation's limit. */
public final class RequestBody {

    private static final String IDENTITY = "identity";
    private static final String GZIP = "gzip";

    private final Provider<ContainerRequestContext> request;

    @Inject
    public RequestBody(Provider<ContainerRequestContext> request) {
        this.request = request;
    }

    byte[] read(MediaType mediaType, MultivaluedMap<String, String> headers, InputStream stream) {
        requireUtf8(mediaType);
        int max = OperationFilter.of(request.get()).map(Operation::maxBodyBytes).orElseThrow();
        boolean gzip = isGzip(headers.get(HttpHeaders.CONTENT_ENCODING));
        if (request.get().getLength() > max) {
            throw tooLarge(max);
        }
        byte[] bytes = bytes(stream, gzip, max + 1);
        if (bytes.length > max) {
            throw tooLarge(max);
        }
        return bytes;
    }

    private static byte[] bytes(InputStream stream, boolean gzip, int count) {
        try {
            return (gzip ? new GZIPInputStream(stream) : stream).readNBytes(count);
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new RefusalException(ErrorCode.REQUEST_TIMEOUT, "The body did not arrive in time.");
            }
            String fault = gzip ? "The body is not complete, or not gzip." : "The body is not complete.";
            throw new RefusalException(ErrorCode.BAD_REQUEST, fault);
        }
    }

    private static void requireUtf8(MediaType mediaType) {
        String charset = mediaType.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw new RefusalException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be sent in UTF-8; its Content-Type says otherwise.");
        }
    }

    private static boolean isGzip(List<String> encodings) {
        if (encodings == null) {
            return false;
        }
        String encoding = String.join(",", encodings).trim().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", IDENTITY -> false;
            case GZIP, "x-gzip" -> true;
            default ->
                throw new RefusalException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "The body must be sent plainly or with Content-Encoding: gzip.");
        };
    }

    private static RefusalException tooLarge(int max) {
        return new RefusalException(
                ErrorCode.REQUEST_ENTITY_TOO_LARGE, "The body has more than %d bytes.".formatted(max));
    }
}
