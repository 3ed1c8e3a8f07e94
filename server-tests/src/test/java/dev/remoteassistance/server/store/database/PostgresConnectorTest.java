package dev.remoteassistance.server.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.store.StoreLocation;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresConnectorTest {

    /** The read timeout of the URL would end a migration that takes long. */
    @Test
    void aMigrationWaitsHoweverLongTheDatabaseTakes() {
        var connector = new PostgresConnector(StoreLocation.of("jdbc:postgresql://localhost/reports?socketTimeout=5"));

        assertThat(((PGSimpleDataSource) connector.forMigrations()).getSocketTimeout())
                .isZero();
    }
}
