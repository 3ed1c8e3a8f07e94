package dev.remoteassistance.server.store;

import java.util.Optional;

/**
 * Where reports are kept.
 *
 * @param url a JDBC URL: {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE}
 * @param user the database role; empty where the URL names it or none is needed
 * @param password the role's password; empty where the URL has it or none is needed
 */
public record StoreLocation(String url, Optional<String> user, Optional<String> password) {

    /**
     * A location that needs no credentials of its own.
     *
     * @throws IllegalArgumentException if no database of ours is there; the message continues a sentence about it
     */
    public static StoreLocation of(String url) {
        return new StoreLocation(url, Optional.empty(), Optional.empty());
    }

    public StoreLocation {
        if (!url.startsWith(PostgresDatabase.URL_PREFIX)) {
            if (!url.startsWith(SqliteFile.URL_PREFIX)) {
                throw new IllegalArgumentException(
                        "must begin with %s or %s".formatted(SqliteFile.URL_PREFIX, PostgresDatabase.URL_PREFIX));
            }
            SqliteFile.pathOf(url);
        }
    }

    /** Opens nothing yet, but a file of SQLite is made if it is not there. */
    SqlDatabase database() {
        return url.startsWith(PostgresDatabase.URL_PREFIX)
                ? new PostgresDatabase(this)
                : SqliteDatabase.openOrCreate(this);
    }

    /** The database as it is; a file of SQLite is not made. */
    SqlDatabase existingDatabase() {
        return url.startsWith(PostgresDatabase.URL_PREFIX)
                ? new PostgresDatabase(this)
                : SqliteDatabase.openExisting(this);
    }

    /** Without anything behind a question mark, where credentials may stand, and without the password. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }
}
