package dev.remoteassistance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds the reports in a store against what was acknowledged. */
final class StoreInspection {

    private static final JsonMapper JSON = JsonPolicy.newMapper();
    private static final JsonNode DECLARED = ContractDocument.read(Path.of(System.getProperty("contract.file")))
            .root()
            .at("/components/schemas/RemoteAssistanceReporting/properties");

    private StoreInspection() {}

    /** What a store should hold of a request: the payload, where null counts as absent for what is declared. */
    static JsonNode asStored(String body) {
        try {
            ObjectNode payload = (ObjectNode) JSON.readTree(body).required("reportingPayload");
            DECLARED.fieldNames().forEachRemaining(name -> {
                if (payload.path(name).isNull()) {
                    payload.remove(name);
                }
            });
            return payload;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is wrong with a store, in words.
     *
     * @param rows what the export prints, all tenants
     * @param before how many rows there were before the interaction
     * @param tenant whose interaction it was
     * @param expected the payloads that the tenant should have, in the order of their arrival, all of one id
     */
    static List<String> faults(List<JsonNode> rows, int before, String tenant, List<JsonNode> expected) {
        List<String> faults = new ArrayList<>();
        if (rows.size() != before + expected.size()) {
            faults.add("the store has %d new reports, not %d".formatted(rows.size() - before, expected.size()));
        }
        List<JsonNode> own = rows.stream()
                .filter(row -> row.path("tenantId").asText().equals(tenant))
                .toList();
        List<JsonNode> payloads = own.stream().map(row -> row.path("payload")).toList();
        if (!payloads.equals(expected)) {
            faults.add("the store holds %s for the tenant, not %s".formatted(payloads, expected));
        }
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).path("current").asBoolean() != (i == own.size() - 1)) {
                faults.add("the newest report, and no other, is the current one");
            }
        }
        return faults;
    }
}
