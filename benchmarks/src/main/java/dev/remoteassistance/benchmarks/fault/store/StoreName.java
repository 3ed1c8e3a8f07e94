package dev.remoteassistance.benchmarks.fault.store;

import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.nio.file.Path;
import java.util.Locale;

/** A database that reports can be in. */
public enum StoreName {
    SQLITE {
        @Override
        public FaultStore open(TestBed bed, Path data) {
            return new SqliteStore(data.resolve("reports.db"));
        }
    },
    POSTGRES {
        @Override
        public FaultStore open(TestBed bed, Path data) {
            return bed.keep(PostgresStore.create(bed.folder(), data.resolve("postgres")));
        }
    };

    /**
     * Makes an empty store.
     *
     * @param data folder that exists
     */
    public abstract FaultStore open(TestBed bed, Path data);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
