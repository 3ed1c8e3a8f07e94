package dev.remoteassistance.benchmarks.fault;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was sent to the server, and what it has acknowledged. Each id stands for one content. */
final class ReportLedger {

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** Called before a report leaves, since from then on it may be stored. */
    void send(String id) {
        sent.add(id);
    }

    void acknowledge(String id) {
        acknowledged.add(id);
    }

    Set<String> sent() {
        return sent;
    }

    Set<String> acknowledged() {
        return acknowledged;
    }
}
