package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.server.store.StoreLocation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A store on PostgreSQL. */
interface PostgresUnderTest extends StoreUnderTest {

    /** Returns the URL of an empty database for one test. */
    String url();

    @Override
    default StoreLocation location() {
        return StoreLocation.of(url());
    }

    @Override
    default Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    @Override
    default List<String> refusingStatements() {
        return List.of(
                // The detail of this error quotes the whole row.
                "ALTER TABLE report ADD CONSTRAINT impersonal CHECK (payload NOT LIKE '%secret%')",
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'not %', NEW.payload; END $$
                """, "CREATE TRIGGER refusal BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION refuse()");
    }

    @Override
    default boolean isRead() {
        try {
            return !rows("SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND application_name LIKE 'remote-%' AND backend_xmin IS NOT NULL")
                    .isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
