package dev.remoteassistance.server.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where reports are kept.
 *
 * @param url a JDBC URL: {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE}
 * @param user the database role; empty where the URL names it or none is needed
 * @param password the role's password; empty where the URL has it or none is needed
 */
public record StoreLocation(String url, Optional<String> user, Optional<String> password) {

    /** What the URLs of SQLite's files begin with. */
    public static final String SQLITE = "jdbc:sqlite:";

    private static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * A location that needs no credentials of its own.
     *
     * @throws IllegalArgumentException if no database of ours is there; the message continues a sentence about it
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

    /** Returns the file of SQLite that is meant; empty for PostgreSQL. */
    public Optional<Path> file() {
        return url.startsWith(SQLITE)
                ? Optional.of(Path.of(url.substring(SQLITE.length())).toAbsolutePath())
                : Optional.empty();
    }

    /** Without anything behind a question mark, where credentials may stand, and without the password. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }
}
