package dev.remoteassistance.benchmarks.subject;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The servers that can be compared. */
public enum Target {
    SQLITE("sqlite", "ours on SQLite", StoreKind.SQLITE),
    SQLITE_UNCACHED("sqlite-uncached", "ours on SQLite, every token verified anew", StoreKind.SQLITE),
    POSTGRES("postgres", "ours on PostgreSQL", StoreKind.POSTGRES),
    SQLITE_SERIAL("sqlite-serial", "ours on SQLite, serial collector", StoreKind.SQLITE),
    POSTGRES_SERIAL("postgres-serial", "ours on PostgreSQL, serial collector", StoreKind.POSTGRES),
    OLD_SQLITE("old-sqlite", "the earlier build on SQLite", StoreKind.SQLITE),
    OLD_POSTGRES("old-postgres", "the earlier build on PostgreSQL", StoreKind.POSTGRES),
    OLD_NO_STORE("old-no-store", "the earlier build with a store that does nothing", StoreKind.NONE),
    NO_STORE("no-store", "ours with a store that does nothing", StoreKind.NONE),
    BARE("bare", "a bare Jetty handler", StoreKind.NONE),
    SPRING_BOOT("spring-boot", "Spring Boot on PostgreSQL", StoreKind.POSTGRES),
    QUARKUS("quarkus", "Quarkus on PostgreSQL", StoreKind.POSTGRES);

    private final String key;
    private final String title;
    private final StoreKind store;

    Target(String key, String title, StoreKind store) {
        this.key = key;
        this.title = title;
        this.store = store;
    }

    /** Returns the target with this name on the command line. */
    public static Target of(String key) {
        return Arrays.stream(values())
                .filter(target -> target.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new BenchmarkException("There is no target %s, only %s."
                        .formatted(key, Arrays.stream(values()).map(Target::key).collect(Collectors.joining(", ")))));
    }

    /** Returns the name on the command line and in names of files and databases. */
    public String key() {
        return key;
    }

    /** Returns the name for readers. */
    public String title() {
        return title;
    }

    /** Returns whether it runs from the jars of an earlier build. */
    public boolean isEarlier() {
        return this == OLD_SQLITE || this == OLD_POSTGRES || this == OLD_NO_STORE;
    }

    StoreKind store() {
        return store;
    }
}
