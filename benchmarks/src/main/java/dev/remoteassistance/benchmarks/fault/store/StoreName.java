package dev.remoteassistance.benchmarks.fault.store;

import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.nio.file.Path;
import java.util.Locale;

/** The databases in which reports can be stored. */
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
     * Creates an empty store.
     *
     * @param data an existing folder for its data
     */
    public abstract FaultStore open(TestBed bed, Path data);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
