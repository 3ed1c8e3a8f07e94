package dev.remoteassistance.server.store.database;

import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.session.SessionMigration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.IntSupplier;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * PostgreSQL, or a distributed engine with its protocol and its SQL. Several servers can share one database: the key of
 * a report keeps it from being stored twice, whichever server receives it.
 */
final class PostgresDatabase implements SqlDatabase {

    private final PostgresConnector connector;

    PostgresDatabase(StoreLocation location) {
        this.connector = new PostgresConnector(location);
    }

    @Override
    public FluentConfiguration schema(FluentConfiguration flyway) {
        return flyway.dataSource(connector.forMigrations())
                .locations("classpath:db/migration/postgresql")
                .javaMigrations(new SessionMigration(this::receivedAt));
    }

    @Override
    public String schemaVersion() {
        return "12";
    }

    /**
     * Opens a connection in a transaction. Without one there is no cursor, and the driver reads all rows into memory.
     */
    @Override
    public Connection connectToRead() throws SQLException {
        Connection connection = connector.connect();
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public Connection connectToQuery() throws SQLException {
        return connector.connectToQuery();
    }

    @Override
    public Connection connectToMaintain() throws SQLException {
        return connector.connect();
    }

    @Override
    public Connection connectToWrite() throws SQLException {
        return connector.connect();
    }

    @Override
    public Insertion prepareInsertion(Connection writer) throws SQLException {
        return new PostgresInsertion(writer);
    }

    @Override
    public long lastSettled(Connection reader) throws SQLException {
        long last = SqlDatabase.super.lastSettled(reader);
        PostgresWriters.awaitEnd(reader, PostgresConnector.READ_SECONDS);
        reader.commit();
        return last;
    }

    @Override
    public Object parameter(Instant time) {
        return SqlDatabase.storable(time).atOffset(ZoneOffset.UTC);
    }

    @Override
    public Instant receivedAt(ResultSet row) throws SQLException {
        return row.getObject("received_at", OffsetDateTime.class).toInstant();
    }

    /** Runs the migration without a further lock, because Flyway takes one in the database. */
    @Override
    public int exclusively(IntSupplier migration) {
        return migration.getAsInt();
    }

    @Override
    public void close() {
        // Nothing to close: whoever opens a connection closes it.
    }
}
