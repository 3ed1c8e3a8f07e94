package dev.remoteassistance.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Reads a folder of the class path. The files of pages are few, so the server keeps them in memory. */
final class PageFolder {

    private static final String INDEX = "index.html";

    private PageFolder() {}

    /**
     * Returns the files of a folder and of those below it, by their paths.
     *
     * @param known name of a file in the folder, by which the folder is found: jars may lack entries for folders
     * @param path where the folder's {@code index.html} is; the other files are below
     * @param policy the Content-Security-Policy of all files
     */
    static Map<String, PageFile> read(String known, String path, String policy) {
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
    static PageFile file(String name, String policy) {
        try (ResourceFactory.Closeable resources = ResourceFactory.closeable()) {
            return read(resources.newResource(URI.create(address(name))), policy);
        }
    }

    private static String address(String name) {
        URL file = PageFolder.class.getResource(name);
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
}
