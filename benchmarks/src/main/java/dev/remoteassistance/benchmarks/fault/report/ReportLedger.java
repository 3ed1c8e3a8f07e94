package dev.remoteassistance.benchmarks.fault.report;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Records which reports were sent to the server and which it has acknowledged. Each id stands for one content. */
public final class ReportLedger {

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** Called before a report is sent, because it may be stored from then on. */
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
