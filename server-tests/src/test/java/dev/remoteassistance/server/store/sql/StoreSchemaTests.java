package dev.remoteassistance.server.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.database.SqlDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Tests when the schema is updated, and which schemas are refused. */
interface StoreSchemaTests extends StoreUnderTest {

    @Test
    default void doesNotRunOnANewerSchema() throws SQLException {
        open().close();
        execute("""
                INSERT INTO flyway_schema_history
                       (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'later', 1, success FROM flyway_schema_history
                 WHERE version = '1'
                """);
        for (Runnable use : List.<Runnable>of(
                () -> open().close(),
                () -> ReportArchive.open(location()).close(),
                () -> ReportArchive.migrate(location()))) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("newer schema 99");
        }
    }

    /** Otherwise every start would run Flyway, or a store with an older schema would be used. */
    @Test
    default void knowsTheNewestVersionOfItsSchema() {
        open().close();
        try (SqlDatabase database = SqlDatabase.openExisting(location())) {
            assertThat(database.schema(Flyway.configure())
                            .load()
                            .info()
                            .current()
                            .getVersion()
                            .getVersion())
                    .isEqualTo(database.schemaVersion());
        }
    }

    @Test
    default void doesNotAskFlywayOfACurrentSchema() throws SQLException {
        open().close();
        // Flyway would refuse this history; reading only the newest version accepts it.
        execute("UPDATE flyway_schema_history SET checksum = 1, description = 'other' WHERE version = '1'");
        open().close();
        assertThat(ReportArchive.migrate(location())).isZero();
        ReportArchive.open(location()).close();
    }

    @Test
    default void migratesByCommandAlone() {
        StoreOptions byCommand = new StoreOptions(10, StoreOptions.Migration.BY_COMMAND, Optional.empty());
        assertThatThrownBy(() -> SqlReportStore.open(location(), byCommand, CLOCK))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("migrate");
        assertThat(ReportArchive.migrate(location())).isPositive();
        assertThat(ReportArchive.migrate(location())).isZero();
        SqlReportStore.open(location(), byCommand, CLOCK).close();
    }
}
