package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions.Migration;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.database.SqlDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.ToIntFunction;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the schema of a store up to date by Flyway, and refuses a schema that is newer than this program. */
final class StoreSchema {

    private static final String NEWEST = """
            SELECT version, success FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1
            """;

    private final SqlDatabase database;
    private final StoreLocation location;

    StoreSchema(SqlDatabase database, StoreLocation location) {
        this.database = database;
        this.location = location;
    }

    /** Brings the schema up to date, or requires that it is. */
    void prepare(Migration migration) {
        switch (migration) {
            case AT_START -> migrate();
            case BY_COMMAND -> requireCurrent();
        }
    }

    /**
     * Brings the schema up to date, in one process at a time.
     *
     * @return the number of migrations that were run; 0 if the schema was up to date
     */
    int migrate() {
        if (isCurrent()) {
            return 0;
        }
        return database.exclusively(() -> ask(flyway -> {
            requireNotNewer(flyway.info().current());
            return flyway.migrate().migrationsExecuted;
        }));
    }

    /** Requires the schema for which this program was made. */
    void requireCurrent() {
        if (isCurrent()) {
            return;
        }
        int pending = ask(flyway -> {
            MigrationInfoService info = flyway.info();
            requireNotNewer(info.current());
            return info.pending().length;
        });
        if (pending > 0) {
            throw new StoreUnavailableException(
                    "The store's schema is older than this program; bring it up to date with the command migrate",
                    null);
        }
    }

    /** Reads the version without Flyway, which would take a fifth of a second. */
    private boolean isCurrent() {
        try (Connection connection = database.connectToRead();
                Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery(NEWEST)) {
            return newest.next()
                    && database.schemaVersion().equals(newest.getString("version"))
                    && newest.getBoolean("success");
        } catch (SQLException e) {
            // There is no schema yet, or Flyway will say what is wrong.
            return false;
        }
    }

    private int ask(ToIntFunction<Flyway> question) {
        try {
            return question.applyAsInt(database.schema(Flyway.configure(StoreSchema.class.getClassLoader()))
                    .load());
        } catch (FlywayException e) {
            throw new StoreUnavailableException("The store at %s cannot be opened".formatted(location), e);
        }
    }

    private void requireNotNewer(MigrationInfo current) {
        MigrationVersion known = MigrationVersion.fromVersion(database.schemaVersion());
        if (current != null
                && current.getVersion() != null
                && current.getVersion().compareTo(known) > 0) {
            throw new StoreUnavailableException(
                    "The store has the newer schema %s; this program knows those up to %s: run the newer one"
                            .formatted(current.getVersion(), known),
                    null);
        }
    }
}
