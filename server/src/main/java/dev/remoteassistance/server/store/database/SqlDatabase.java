package dev.remoteassistance.server.store.database;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.row.ReportRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntSupplier;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Everything in which the supported databases differ. */
public interface SqlDatabase extends AutoCloseable {

    /** UTC with microseconds. The texts sort in the order of the times. */
    DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

    /** The latest time that can be stored: years after it have more digits. */
    Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** Returns the database at a location. Opens no connection yet, but creates a SQLite file if there is none. */
    static SqlDatabase openOrCreate(StoreLocation location) {
        location.file().ifPresent(SqliteFile::createIfMissing);
        return openExisting(location);
    }

    /** Returns the database at a location, and creates nothing. */
    static SqlDatabase openExisting(StoreLocation location) {
        return location.file()
                .<SqlDatabase>map(path -> new SqliteDatabase(new SqliteFile(path)))
                .orElseGet(() -> new PostgresDatabase(location));
    }

    /** Configures Flyway with the data source and the migrations of this database. */
    FluentConfiguration schema(FluentConfiguration flyway);

    /** Returns the newest version of the schema, with which this program works. */
    String schemaVersion();

    /** Opens a connection for reading. It does not block the one that writes, and fetches rows a few at a time. */
    Connection connectToRead() throws SQLException;

    /** Maximum time of a statement that queries sessions. The database itself ends a longer one. */
    Duration MAX_QUERY_TIME = Duration.ofSeconds(5);

    /** Opens a connection for queries. Each transaction on it sees the store as it was at one moment. */
    Connection connectToQuery() throws SQLException;

    /**
     * Makes the database end the next query on this connection after {@link #MAX_QUERY_TIME}, unless the connection was
     * opened with that limit.
     */
    default void limitTime(Connection connection) throws SQLException {}

    /** Opens a connection for deleting old rows. */
    Connection connectToMaintain() throws SQLException;

    /** Opens the connection that writes. */
    Connection connectToWrite() throws SQLException;

    /** Prepares the insertion of rows over the connection that writes. */
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

    /**
     * Returns the newest sequence below which no report can appear any more: all lower ones are committed, or never
     * will be.
     */
    default long lastSettled(Connection reader) throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(sequence) FROM report")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Returns a time as a parameter of a statement, bounded to the times that columns can hold. */
    Object parameter(Instant time);

    /** Returns the time of arrival in a row. */
    Instant receivedAt(ResultSet row) throws SQLException;

    /** Returns the nearest time that a column can hold, between 1970 and {@link #LATEST}, truncated to microseconds. */
    static Instant storable(Instant time) {
        Instant bounded = time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time.isAfter(LATEST) ? LATEST : time;
        return bounded.truncatedTo(ChronoUnit.MICROS);
    }

    /** Runs a migration while no other process changes the schema, and returns its result. */
    int exclusively(IntSupplier migration);

    @Override
    void close();
}
