package dev.remoteassistance.benchmarks.subject;

/** What a target keeps its reports in. */
enum StoreKind {
    NONE,
    SQLITE,
    POSTGRES
}
