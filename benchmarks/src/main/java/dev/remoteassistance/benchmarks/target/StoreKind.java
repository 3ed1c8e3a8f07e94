package dev.remoteassistance.benchmarks.target;

/** What a target keeps its reports in. */
enum StoreKind {
    NONE,
    SQLITE,
    POSTGRES
}
