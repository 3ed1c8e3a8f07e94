package dev.remoteassistance.contract.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.client.RemoteAssistanceClient;
import dev.remoteassistance.contract.provider.ProviderServer;
import dev.remoteassistance.contract.state.TestIssuer;
import dev.remoteassistance.everything.document.ContractBody;
import dev.remoteassistance.everything.document.DocumentComparison;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.auth.CallerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;

/**
 * Sends reports all the way: from JSON into the model, through client and server into the store, and out by the export.
 */
final class ReportRoundTrip implements AutoCloseable {

    /** Number of concurrent reports, enough to keep client, server and store busy at once. */
    private static final int UNDER_WAY = 32;

    /** The first one in a line is the report's own: before it are only numbers and texts, whose quotes are escaped. */
    private static final String PAYLOAD = ",\"payload\":";

    private final ContractBody contract;
    private final DocumentComparison comparison;
    private final JsonMapper mapper = JsonPolicy.newMapper();
    private final ProviderServer server;
    private final RemoteAssistanceClient client;

    ReportRoundTrip(ContractBody contract, Path folder) throws IOException {
        this.contract = contract;
        this.comparison = new DocumentComparison(contract.payloadSchema());
        this.server = ProviderServer.start(Files.createTempDirectory(folder, "store"));
        String token = TestIssuer.TRUSTED.issue(
                CallerKind.USER, TestIssuer.SERVED_TENANT, List.of(contract.permission()), Duration.ofHours(1));
        this.client = RemoteAssistanceClient.builder(() -> token)
                .baseUri(server.root())
                .build();
    }

    /**
     * The result of sending documents.
     *
     * @param differences the differences between what was sent and what is stored, by document
     * @param stored how many different payloads are in the store
     */
    record Outcome(Map<String, List<String>> differences, long stored) {}

    /**
     * Sends documents concurrently, and compares them with what the export prints.
     *
     * @param reader takes each document, and what is in it
     */
    Outcome send(Collection<String> documents, BiConsumer<String, JsonNode> reader)
            throws IOException, InterruptedException {
        Map<String, List<String>> differences = new ConcurrentHashMap<>();
        Semaphore free = new Semaphore(UNDER_WAY);
        for (String document : documents) {
            free.acquire();
            client.reportAsync(mapper.readValue(document, ReportRemoteAssistanceRequest.class)
                            .getReportingPayload())
                    .whenComplete((done, failure) -> {
                        if (failure != null) {
                            differences.put(document, List.of("not stored: " + failure));
                        }
                        free.release();
                    });
        }
        free.acquire(UNDER_WAY);
        Map<String, Map<String, JsonNode>> stored = stored();
        for (String document : documents) {
            JsonNode body = DocumentComparison.read(document);
            reader.accept(document, body);
            List<String> found = differences.containsKey(document) ? List.of() : differences(body, stored);
            if (!found.isEmpty()) {
                differences.put(document, found);
            }
        }
        return new Outcome(
                differences, stored.values().stream().mapToLong(Map::size).sum());
    }

    /**
     * Returns the stored payloads by their id and then by their text. One id may have several: a known id with other
     * content is an amendment.
     */
    private Map<String, Map<String, JsonNode>> stored() {
        Map<String, Map<String, JsonNode>> stored = new HashMap<>();
        server.export(line -> {
            JsonNode report = DocumentComparison.read(line);
            stored.computeIfAbsent(report.required("id").asText(), id -> new HashMap<>())
                    .put(line.substring(line.indexOf(PAYLOAD)), report.required("payload"));
        });
        return stored;
    }

    private List<String> differences(JsonNode body, Map<String, Map<String, JsonNode>> stored) {
        JsonNode sent = contract.payload(body);
        List<String> fewest = null;
        for (JsonNode payload :
                stored.getOrDefault(sent.path("id").asText(), Map.of()).values()) {
            List<String> found = comparison.differences(sent, payload);
            if (found.isEmpty()) {
                // The others with this id are other documents.
                return found;
            }
            fewest = fewest == null || found.size() < fewest.size() ? found : fewest;
        }
        return fewest == null ? List.of("nothing is stored with this id") : fewest;
    }

    @Override
    public void close() {
        server.close();
    }
}
