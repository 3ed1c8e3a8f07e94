package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.row.ReportRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** What the databases differ in. */
interface SqlDatabase extends AutoCloseable {

    /** UTC with microseconds, so that the text sorts as the times do. */
    DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

    /** Opens nothing yet, but a file of SQLite is made if it is not there. */
    static SqlDatabase openOrCreate(StoreLocation location) {
        location.file().ifPresent(SqliteFile::createIfMissing);
        return openExisting(location);
    }

    /** The database as it is; a file of SQLite is not made. */
    static SqlDatabase openExisting(StoreLocation location) {
        return location.file()
                .<SqlDatabase>map(path -> new SqliteDatabase(new SqliteFile(path)))
                .orElseGet(() -> new PostgresDatabase(location));
    }

    /** Tells Flyway where the schema is, and how to change it. */
    FluentConfiguration schema(FluentConfiguration flyway);

    /** The newest version of the schema, which is the one that this program works with. */
    String schemaVersion();

    /** Opens a connection that reads without holding up the one that writes, and lets rows pass one by one. */
    Connection connectToRead() throws SQLException;

    /** Opens a connection that deletes old rows. */
    Connection connectToMaintain() throws SQLException;

    /** Opens the connection that writes. */
    Connection connectToWrite() throws SQLException;

    /** Prepares the insertion of rows by the connection that writes. */
    Insertion prepareInsertion(Connection writer) throws SQLException;

    /** Inserts rows in one transaction. */
    @FunctionalInterface
    interface Insertion {

        /**
         * Inserts and commits all rows, or none of them.
         *
         * @return an outcome for each row, in their order
         */
        List<AppendOutcome> insert(List<ReportRow> rows) throws SQLException;
    }

    /** Returns a time in the form that a parameter takes. */
    Object parameter(Instant time);

    /** Returns the time of arrival in a row as text: UTC, with microseconds. */
    String receivedAt(ResultSet row) throws SQLException;

    /** Runs work that changes the schema while no other process does. */
    void exclusively(Runnable migration);

    @Override
    void close();
}
