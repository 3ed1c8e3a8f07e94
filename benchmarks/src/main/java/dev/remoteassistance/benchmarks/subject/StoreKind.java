package dev.remoteassistance.benchmarks.subject;

/** The kinds of stores that targets have. */
enum StoreKind {
    NONE,
    SQLITE,
    POSTGRES
}
