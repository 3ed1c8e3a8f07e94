package dev.remoteassistance.server.http;

import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.http.wire.LargeBodies;
import dev.remoteassistance.server.http.wire.SmallBodyHandler;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.glassfish.jersey.server.CloseableService;

/** Takes the bytes of a request body off the wire: declared charset, compression, the operation's limit, and memory. */
public final class RequestBody {

    private static final String IDENTITY = "identity";
    private static final String GZIP = "gzip";
    private static final String EXPECT = "Expect";

    /** What compression may add to a body that cannot be compressed. */
    private static final int GZIP_OVERHEAD = 64 * 1024;

    private static final String RETRY_AFTER_SECONDS = "1";

    private final Provider<ContainerRequestContext> request;
    private final Provider<CloseableService> done;
    private final LargeBodies large;

    @Inject
    public RequestBody(Provider<ContainerRequestContext> request, Provider<CloseableService> done, LargeBodies large) {
        this.request = request;
        this.done = done;
        this.large = large;
    }

    byte[] read(MediaType mediaType, MultivaluedMap<String, String> headers, InputStream stream) {
        requireUtf8(mediaType);
        // Once, since the container looks the request up anew each time.
        ContainerRequestContext current = request.get();
        int max = OperationFilter.of(current).map(Operation::maxBodyBytes).orElseThrow();
        boolean gzip = isGzip(headers.get(HttpHeaders.CONTENT_ENCODING));
        int maxOnTheWire = gzip ? max + GZIP_OVERHEAD : max;
        int length = current.getLength();
        if (length > maxOnTheWire) {
            throw tooLarge(max);
        }
        Leave leave = new Leave();
        byte[] bytes;
        if (SmallBodyHandler.comesByItself(length, headers.getFirst(EXPECT))) {
            bytes = length > 0 ? onTheWire(stream, length) : onTheWire(stream, maxOnTheWire, leave);
        } else {
            leave.take();
            bytes = onTheWire(stream, maxOnTheWire, leave);
        }
        if (gzip && bytes.length <= maxOnTheWire) {
            bytes = inflated(bytes, max, leave);
        }
        if (bytes.length > max) {
            throw tooLarge(max);
        }
        requireUtf8(bytes);
        return bytes;
    }

    /** Reads a body whose length is known, into no more memory than that takes. */
    private static byte[] onTheWire(InputStream stream, int length) {
        byte[] bytes = new byte[length];
        try {
            int read = stream.readNBytes(bytes, 0, length);
            return read == length ? bytes : Arrays.copyOf(bytes, read);
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /** Reads one byte beyond the limit at most. */
    private static byte[] onTheWire(InputStream stream, int max, Leave leave) {
        try {
            return readTo(stream, max, leave);
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    private static byte[] inflated(byte[] gzip, int max, Leave leave) {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return readTo(plain, max, leave);
        } catch (IOException e) {
            throw unreadable("The body is not complete, or not gzip.");
        }
    }

    private static byte[] readTo(InputStream stream, int max, Leave leave) throws IOException {
        byte[] start = stream.readNBytes(Math.min(LargeBodies.LARGE_BYTES, max + 1));
        if (start.length < LargeBodies.LARGE_BYTES) {
            return start;
        }
        leave.take();
        byte[] rest = stream.readNBytes(max + 1 - start.length);
        byte[] all = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, all, start.length, rest.length);
        return all;
    }

    /** What a request with a large body has to have, until it is done. */
    private final class Leave {

        private boolean taken;

        void take() {
            if (!taken) {
                LargeBodies.Permit permit = large.tryTake().orElseThrow(RequestBody::tooMany);
                done.get().add(permit::close);
                taken = true;
            }
        }
    }

    /** Jackson would take UTF-16 and UTF-32 as well; of those, one of the first bytes is 0 or belongs to a mark. */
    static void requireUtf8(byte[] json) {
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

    private static RefusalException refusal(IOException e) {
        return e.getCause() instanceof TimeoutException ? tooSlow() : unreadable("The body is not complete.");
    }

    private static RefusalException tooMany() {
        return new RefusalException(
                ErrorCode.SERVICE_UNAVAILABLE,
                "The server has too many large bodies to read. Sending the report again is safe.",
                Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
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
