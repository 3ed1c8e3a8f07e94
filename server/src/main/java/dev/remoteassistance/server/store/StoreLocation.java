package dev.remoteassistance.server.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The address and credentials of a store.
 *
 * @param url a JDBC URL: {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE}
 * @param user the database role; empty if the URL names it or none is needed
 * @param password the role's password; empty if the URL has it or none is needed
 */
public record StoreLocation(String url, Optional<String> user, Optional<String> password) {

    /** Prefix of the URLs of SQLite files. */
    public static final String SQLITE = "jdbc:sqlite:";

    private static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * Returns a location without separate credentials.
     *
     * @throws IllegalArgumentException if the URL names no database that is supported; the message completes a sentence
     *     about it: "must begin with …"
     */
    public static StoreLocation of(String url) {
        return new StoreLocation(url, Optional.empty(), Optional.empty());
    }

    public StoreLocation {
        if (!url.startsWith(POSTGRESQL)) {
            if (!url.startsWith(SQLITE)) {
                throw new IllegalArgumentException("must begin with %s or %s".formatted(SQLITE, POSTGRESQL));
            }
            String path = url.substring(SQLITE.length());
            if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
                throw new IllegalArgumentException("must be %s and the path of a file".formatted(SQLITE));
            }
            Path.of(path);
        }
    }

    /** Returns the SQLite file; empty for PostgreSQL. */
    public Optional<Path> file() {
        return url.startsWith(SQLITE)
                ? Optional.of(Path.of(url.substring(SQLITE.length())).toAbsolutePath())
                : Optional.empty();
    }

    /** Returns the URL without the part after a question mark, which may hold credentials, and without the password. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }
}
