package dev.remoteassistance.server.page;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** A file of a page, with the header of its answer. */
final class PageFile {

    private final ByteBuffer content;
    private final String entityTag;
    private final HttpFields headers;

    /**
     * @param mediaType with its charset
     * @param policy what the page may do and load, as a Content-Security-Policy
     */
    PageFile(byte[] content, String mediaType, String policy) {
        this.content = ByteBuffer.wrap(content).asReadOnlyBuffer();
        // Computed from the content, because all files of a reproducible build have the same time.
        this.entityTag = '"' + HexFormat.of().formatHex(sha256(content)) + '"';
        this.headers = HttpFields.build()
                .put(HttpHeader.CONTENT_TYPE, mediaType)
                .put(HttpHeader.ETAG, entityTag)
                // A browser keeps the file, but asks each time whether it is current: another version of the server may
                // have another file.
                .put(HttpHeader.CACHE_CONTROL, "no-cache")
                .put(new HttpField("Content-Security-Policy", policy))
                .put(new HttpField("Cross-Origin-Opener-Policy", "same-origin"))
                .put(new HttpField("Cross-Origin-Resource-Policy", "same-origin"))
                .put(new HttpField("Referrer-Policy", "no-referrer"))
                .put(new HttpField("X-Content-Type-Options", "nosniff"))
                .asImmutable();
    }

    ByteBuffer content() {
        return content.duplicate();
    }

    String entityTag() {
        return entityTag;
    }

    HttpFields headers() {
        return headers;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
