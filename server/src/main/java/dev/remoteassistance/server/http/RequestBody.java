package dev.remoteassistance.server.http;

import dev.remoteassistance.server.contract.Operation;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/** Takes the bytes of a request body off the wire: declared charset, compression, and the operation's limit. */
public final class RequestBody {

    private static final String IDENTITY = "identity";
    private static final String GZIP = "gzip";

    /** What compression may add to a body that cannot be compressed. */
    private static final int GZIP_OVERHEAD = 64 * 1024;

    /** A body that comes more slowly than this, after a time of grace, is an attack and no connection. */
    private static final int MIN_BYTES_PER_SECOND = 256;

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Provider<ContainerRequestContext> request;

    @Inject
    public RequestBody(Provider<ContainerRequestContext> request) {
        this.request = request;
    }

    byte[] read(MediaType mediaType, MultivaluedMap<String, String> headers, InputStream stream) {
        requireUtf8(mediaType);
        int max = OperationFilter.of(request.get()).map(Operation::maxBodyBytes).orElseThrow();
        boolean gzip = isGzip(headers.get(HttpHeaders.CONTENT_ENCODING));
        int maxOnTheWire = gzip ? max + GZIP_OVERHEAD : max;
        if (request.get().getLength() > maxOnTheWire) {
            throw tooLarge(max);
        }
        byte[] bytes = onTheWire(stream, maxOnTheWire);
        if (gzip && bytes.length <= maxOnTheWire) {
            bytes = inflated(bytes, max);
        }
        if (bytes.length > max) {
            throw tooLarge(max);
        }
        requireUtf8(bytes);
        return bytes;
    }

    /** Reads one byte beyond the limit at most, and no sender for ever. */
    private static byte[] onTheWire(InputStream stream, int max) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        long start = System.nanoTime();
        try {
            while (bytes.size() <= max) {
                int count = stream.read(buffer, 0, Math.min(buffer.length, max + 1 - bytes.size()));
                if (count < 0) {
                    break;
                }
                bytes.write(buffer, 0, count);
                requirePace(bytes.size(), Duration.ofNanos(System.nanoTime() - start));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw e.getCause() instanceof TimeoutException ? tooSlow() : unreadable("The body is not complete.");
        }
    }

    private static void requirePace(int bytes, Duration elapsed) {
        if (elapsed.compareTo(GRACE) > 0 && bytes < elapsed.toSeconds() * MIN_BYTES_PER_SECOND) {
            throw tooSlow();
        }
    }

    private static byte[] inflated(byte[] gzip, int max) {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return plain.readNBytes(max + 1);
        } catch (IOException e) {
            throw unreadable("The body is not complete, or not gzip.");
        }
    }

    /** Jackson would take UTF-16 and UTF-32 as well; of those, one of the first bytes is 0 or belongs to a mark. */
    private static void requireUtf8(byte[] json) {
        for (int i = 0; i < Math.min(json.length, 4); i++) {
            if (json[i] == 0 || json[i] == (byte) 0xFE || json[i] == (byte) 0xFF) {
                throw unreadable("The body is not JSON in UTF-8.");
            }
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

    private static RefusalException tooSlow() {
        return new RefusalException(ErrorCode.REQUEST_TIMEOUT, "The body did not arrive in time.");
    }

    private static RefusalException unreadable(String message) {
        return new RefusalException(ErrorCode.BAD_REQUEST, message);
    }

    private static RefusalException tooLarge(int max) {
        return new RefusalException(
                ErrorCode.REQUEST_ENTITY_TOO_LARGE, "The body has more than %d bytes.".formatted(max));
    }
}
