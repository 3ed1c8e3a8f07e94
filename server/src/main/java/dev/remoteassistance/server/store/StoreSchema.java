package dev.remoteassistance.server.store;

import java.util.Arrays;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** The schema of a store: brought up to date by Flyway, and never used by a server that is too old for it. */
final class StoreSchema {

    private final SqlDatabase database;
    private final Flyway flyway;

    StoreSchema(SqlDatabase database) {
        this.database = database;
        this.flyway = Flyway.configure(StoreSchema.class.getClassLoader())
                .dataSource(database.source())
                .locations(database.migrations())
                .javaMigrations(database.conversions())
                .load();
    }

    /** Looks at the schema of a store, and tells an operator's words for what is wrong. */
    static void check(SqlDatabase database, StoreLocation location, Consumer<StoreSchema> check) {
        try {
            check.accept(new StoreSchema(database));
        } catch (FlywayException e) {
            throw new StoreUnavailableException("The store at %s cannot be opened".formatted(location), e);
        }
    }

    /**
     * Brings the schema up to date, while no other process does.
     *
     * @return how many steps that took; 0 if it was up to date
     */
    int migrate() {
        int[] steps = {0};
        database.exclusively(() -> {
            requireNotNewer(flyway.info());
            steps[0] = flyway.migrate().migrationsExecuted;
        });
        return steps[0];
    }

    /** Makes sure that the schema is the one that this program was made for. */
    void requireCurrent() {
        MigrationInfoService info = flyway.info();
        requireNotNewer(info);
        if (info.pending().length > 0) {
            throw new StoreUnavailableException(
                    "The store's schema is older than this program; bring it up to date with the command migrate",
                    null);
        }
    }

    private static void requireNotNewer(MigrationInfoService info) {
        MigrationInfo[] all = info.all();
        MigrationVersion known = Arrays.stream(all)
                .filter(migration -> !migration.getState().name().startsWith("FUTURE"))
                .filter(migration -> migration.getVersion() != null)
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElseThrow(() -> new FlywayException("There are no migrations"));
        MigrationInfo current = info.current();
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
