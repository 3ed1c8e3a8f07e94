package dev.remoteassistance.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.JavaMigration;

/** What the databases differ in; the statements themselves are the same for all. */
interface SqlDatabase extends AutoCloseable {

    /** Where Flyway finds the schema. */
    String migrations();

    /** Returns the steps of the schema that are not written in SQL. */
    JavaMigration[] conversions();

    /** Gives connections for the schema's migration. */
    DataSource source();

    /** Opens a connection that reads without holding up the one that writes, and lets rows pass one by one. */
    Connection connectToRead() throws SQLException;

    /** Opens a connection that deletes old rows. */
    Connection connectToMaintain() throws SQLException;

    /** Opens the connection that writes. */
    Connection connectToWrite() throws SQLException;

    /** Called before each transaction: throws if what would be committed could not be found again. */
    void requireInPlace() throws SQLException;

    /** Called after each commit, by the thread that writes, so that the database can be kept in order. */
    void committed(Connection writer) throws SQLException;

    /** Returns a time in the form that a parameter takes. */
    Object parameter(Instant time);

    /** Returns the time in a column. */
    Instant time(ResultSet row, String column) throws SQLException;

    /** Runs work that changes the schema while no other process does. */
    void exclusively(Runnable migration);

    @Override
    void close();
}
