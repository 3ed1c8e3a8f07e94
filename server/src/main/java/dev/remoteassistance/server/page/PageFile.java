package dev.remoteassistance.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** A file of a page, with the header of its answer. The files of pages are few, so the server keeps them in memory. */
final class PageFile {

    private static final String INDEX = "index.html";

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

    /**
     * Returns the files of a folder and of those below it, by their paths.
     *
     * @param known name of a file in the folder, by which the folder is found: jars may lack entries for folders
     * @param path where the folder's {@code index.html} is; the other files are below
     * @param policy the Content-Security-Policy of all files
     */
    static Map<String, PageFile> folder(String known, String path, String policy) {
        String file = address(known);
        Map<String, PageFile> files = new TreeMap<>();
        try (ResourceFactory.Closeable resources = ResourceFactory.closeable()) {
            Resource folder = resources.newResource(URI.create(file.replaceFirst("[^/]*$", "")));
            for (Resource found : folder.getAllResources()) {
                if (!found.isDirectory()) {
                    String name = folder.getPathTo(found).toString().replace('\\', '/');
                    files.put(name.equals(INDEX) ? path : path + "/" + name, read(found, policy));
                }
            }
        }
        return files;
    }

    /** Returns one file of the class path. */
    static PageFile of(String name, String policy) {
        try (ResourceFactory.Closeable resources = ResourceFactory.closeable()) {
            return read(resources.newResource(URI.create(address(name))), policy);
        }
    }

    private static String address(String name) {
        URL file = PageFile.class.getResource(name);
        if (file == null) {
            throw new IllegalStateException("The server lacks its file " + name);
        }
        return file.toString();
    }

    private static PageFile read(Resource file, String policy) {
        try (InputStream content = file.newInputStream()) {
            return new PageFile(content.readAllBytes(), mediaType(file.getFileName()), policy);
        } catch (IOException e) {
            throw new UncheckedIOException("A page cannot be read", e);
        }
    }

    private static String mediaType(String name) {
        String type = MimeTypes.DEFAULTS.getMimeByExtension(name);
        if (type == null) {
            return MimeTypes.Type.TEXT_PLAIN_UTF_8.asString();
        }
        return type.startsWith("text/") ? type + ";charset=utf-8" : type;
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
