package dev.remoteassistance.contract.provider.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.store.StoredReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares the reports in a store with those that were acknowledged. */
public final class StoreInspection {

    private static final JsonMapper JSON = JsonPolicy.newMapper();
    private static final JsonNode DECLARED = ContractDocument.read(Path.of(System.getProperty("contract.file")))
            .root()
            .at("/components/schemas/RemoteAssistanceReporting/properties");

    private StoreInspection() {}

    /**
     * Returns what a store should keep of a request: the payload without declared properties that are null; missing if
     * the request has no payload, so that it should have been refused.
     */
    public static JsonNode asStored(String body) {
        JsonNode payload = read(body).path("reportingPayload");
        if (payload instanceof ObjectNode object) {
            DECLARED.fieldNames().forEachRemaining(name -> {
                if (object.path(name).isNull()) {
                    object.remove(name);
                }
            });
        }
        return payload;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns what is wrong with a store, in words.
     *
     * @param rows the reports in the store, of all tenants
     * @param ofOthers how many reports other tenants should have
     * @param tenant whose interaction it was
     * @param expected the payloads that the tenant should have, in the order of their arrival
     */
    public static List<String> faults(List<StoredReport> rows, int ofOthers, String tenant, List<JsonNode> expected) {
        List<String> faults = new ArrayList<>();
        if (rows.size() != ofOthers + expected.size()) {
            faults.add("the store has %d reports, not %d".formatted(rows.size(), ofOthers + expected.size()));
        }
        List<StoredReport> own =
                rows.stream().filter(row -> row.tenantId().equals(tenant)).toList();
        List<JsonNode> payloads = own.stream().map(row -> read(row.payload())).toList();
        if (!payloads.equals(expected)) {
            faults.add("the store holds %s for the tenant, not %s".formatted(payloads, expected));
        }
        Set<String> seen = new HashSet<>();
        for (int i = own.size() - 1; i >= 0; i--) {
            if (own.get(i).current() != seen.add(own.get(i).id())) {
                faults.add("the newest report of an id, and no other, is the current one");
            }
        }
        return faults;
    }
}
