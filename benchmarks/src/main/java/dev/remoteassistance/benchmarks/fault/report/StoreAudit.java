package dev.remoteassistance.benchmarks.fault.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the lines of an export with the ledger. */
public final class StoreAudit {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Integer> stored = new HashMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private long lines;

    /** Reads a line of the export. */
    public void addLine(String line) {
        lines++;
        try {
            JsonNode report = JSON.readTree(line);
            String id = report.path("id").asText();
            if (id.isEmpty() || !report.path("payload").path("id").asText().equals(id)) {
                unreadable.add("line " + lines);
            } else {
                stored.merge(id, 1, Integer::sum);
            }
        } catch (JsonProcessingException e) {
            unreadable.add("line " + lines);
        }
    }

    /** Reports what was lost, doubled or invented. A report without an answer may be stored, but only once. */
    public void judge(ReportLedger ledger, Verdict verdict) {
        verdict.fact("sent", ledger.sent().size());
        verdict.fact("acknowledged", ledger.acknowledged().size());
        verdict.fact("stored", lines);
        verdict.requireNone(
                "acknowledged but lost",
                ledger.acknowledged().stream()
                        .filter(id -> !stored.containsKey(id))
                        .toList());
        verdict.requireNone(
                "stored more than once",
                stored.keySet().stream().filter(id -> stored.get(id) > 1).toList());
        verdict.requireNone(
                "stored but never sent",
                stored.keySet().stream()
                        .filter(id -> !ledger.sent().contains(id))
                        .toList());
        verdict.requireNone("unreadable in the export", unreadable);
    }
}
