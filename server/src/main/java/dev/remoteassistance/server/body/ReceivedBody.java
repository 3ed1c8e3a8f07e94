package dev.remoteassistance.server.body;

import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;

/** A complete body as it came over the wire. Its bytes have been copied once. */
public final class ReceivedBody {

    /** Attribute of a request, and property of its JAX-RS request. */
    public static final String ATTRIBUTE = ReceivedBody.class.getName();

    private final ByteBuffer wire;
    private final boolean gzip;
    private final int maxBytes;
    private final BodyMemory.Share memory;

    /**
     * @param wire the bytes, backed by an array
     * @param gzip whether they are compressed
     * @param maxBytes maximum number of bytes after inflation
     * @param memory the request's share of the memory for large bodies
     */
    ReceivedBody(ByteBuffer wire, boolean gzip, int maxBytes, BodyMemory.Share memory) {
        this.wire = wire;
        this.gzip = gzip;
        this.maxBytes = maxBytes;
        this.memory = memory;
    }

    /** Returns the body of a request that {@link BodyHandler} has passed on. */
    public static ReceivedBody of(Request request) {
        return (ReceivedBody) request.getAttribute(ATTRIBUTE);
    }

    public InputStream stream() {
        return new ByteArrayInputStream(wire.array(), wire.position(), wire.remaining());
    }

    /**
     * Returns the bytes of the document, inflated if need be. To be called on a worker.
     *
     * @throws RefusalException if the bytes are too many, malformed or not UTF-8, or if memory to parse them is short
     */
    ByteBuffer json() {
        ByteBuffer json = gzip ? GzipMember.inflate(wire, maxBytes, memory::parse) : wire;
        memory.parse(json.remaining());
        requireUtf8(json);
        return json;
    }

    /** Refuses UTF-16 and UTF-32, which Jackson accepts. Their first bytes hold a 0 or a byte order mark. */
    static void requireUtf8(ByteBuffer json) {
        for (int i = json.position(); i < Math.min(json.limit(), json.position() + 4); i++) {
            byte start = json.get(i);
            if (start == 0 || start == (byte) 0xFE || start == (byte) 0xFF) {
                throw new RefusalException(ErrorCode.BAD_REQUEST, "The body is not JSON in UTF-8.");
            }
        }
    }

    static RefusalException tooLarge(int maxBytes) {
        return new RefusalException(
                ErrorCode.REQUEST_ENTITY_TOO_LARGE, "The body has more than %d bytes.".formatted(maxBytes));
    }
}
