package dev.remoteassistance.benchmarks.fault.report;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was sent to the server, and what it has acknowledged. Each id stands for one content. */
public final class ReportLedger {

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** Called before a report leaves, since from then on it may be stored. */
    public void send(String id) {
        sent.add(id);
    }

    public void acknowledge(String id) {
        acknowledged.add(id);
    }

    public Set<String> sent() {
        return sent;
    }

    public Set<String> acknowledged() {
        return acknowledged;
    }
}
