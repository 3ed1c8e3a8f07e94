package dev.remoteassistance.contract.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.contract.pact.Exchange;
import dev.remoteassistance.contract.provider.store.StoreInspection;
import dev.remoteassistance.contract.state.CallerStates;
import dev.remoteassistance.contract.state.TestIssuer;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.report.ReportResource;
import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoredReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The reports that the states and the interactions put into a server's store. */
final class StoreUnderTest {

    private static final String NEIGHBOUR = "99999999-1111-1111-1111-111111111111";
    private static final Operation REPORT = Contract.load().operation(ReportResource.OPERATION);
    private static final JsonMapper JSON = JsonPolicy.newMapper();

    private final Supplier<ReportStore> store;
    /** The payloads that the states stored for the tenant. */
    private final List<JsonNode> earlier = new ArrayList<>();
    /** How many reports the states stored for another tenant. */
    private int ofNeighbour;

    StoreUnderTest(Supplier<ReportStore> store) {
        this.store = store;
    }

    /** Forgets what the states stored, once the store is empty. */
    void forget() {
        earlier.clear();
        ofNeighbour = 0;
    }

    /** Stores a payload. One that the tenant has reported already is no report more. */
    void store(JsonNode payload) throws IOException {
        if (!earlier.contains(payload)) {
            earlier.add(payload);
        }
        append(TestIssuer.SERVED_TENANT, JSON.treeToValue(payload, RemoteAssistanceReporting.class));
    }

    /**
     * Another tenant has reports too, with an id of the consumer's, so that an answer about all tenants differs from one
     * about the consumer's.
     */
    void storeOfANeighbour(String id) {
        append(NEIGHBOUR, new RemoteAssistanceReporting().id(id).helperOs("of a neighbour"));
        ofNeighbour++;
    }

    private void append(String tenantId, RemoteAssistanceReporting report) {
        store.get()
                .append(new Caller(tenantId, CallerKind.APP, "app", null, Set.of(CallerStates.PERMISSION)), report)
                .toCompletableFuture()
                .join();
    }

    /** Returns what is wrong with the store after an exchange. */
    List<String> faults(Exchange exchange) {
        List<JsonNode> expected = new ArrayList<>(earlier);
        if (exchange.status() / 100 == 2 && isReport(exchange)) {
            JsonNode sent = StoreInspection.asStored(exchange.requestBody());
            if (!expected.contains(sent)) {
                expected.add(sent);
            }
        }
        return StoreInspection.faults(rows(), ofNeighbour, TestIssuer.SERVED_TENANT, expected);
    }

    private static boolean isReport(Exchange exchange) {
        return REPORT.method().equals(exchange.method()) && REPORT.matches(exchange.path());
    }

    private List<StoredReport> rows() {
        List<StoredReport> rows = new ArrayList<>();
        store.get().export(ExportQuery.ALL, rows::add);
        return rows;
    }
}
