package dev.remoteassistance.benchmarks.fault;

import java.nio.file.Path;
import java.util.Locale;

/** A database that reports can be in. */
enum StoreName {
    SQLITE {
        @Override
        FaultStore open(FaultScene scene, Path data) {
            return new SqliteStore(data.resolve("reports.db"));
        }
    },
    POSTGRES {
        @Override
        FaultStore open(FaultScene scene, Path data) {
            return scene.keep(PostgresStore.create(scene.folder(), data.resolve("postgres")));
        }
    };

    /**
     * Makes an empty store.
     *
     * @param data folder that exists
     */
    abstract FaultStore open(FaultScene scene, Path data);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
