package dev.remoteassistance.contract.edit;

import com.atlassian.oai.validator.model.Request;
import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.everything.BrokenDocuments;
import dev.remoteassistance.contract.everything.BrokenDocuments.Broken;
import dev.remoteassistance.contract.everything.ContractJudge;
import dev.remoteassistance.contract.everything.EchoServer;
import dev.remoteassistance.contract.everything.FullDocument;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.everything.document.ContractBody;
import dev.remoteassistance.everything.document.DocumentComparison;
import dev.remoteassistance.everything.document.DocumentSample;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sends documents of one edited contract to the server of the batch: sound ones come back whole, broken ones are refused. */
final class EditRun {

    private static final int DOCUMENTS = 30;

    private final EchoServer server;
    private final ContractDocument contract;
    private final String suffix;
    private final ContractJudge judge;
    private final long seed;

    private final List<String> faults = new ArrayList<>();
    private int sound;
    private int refused;

    /**
     * Prepares the run.
     *
     * @param suffix of the contract in the batch
     * @param file where the contract is written for the judge
     * @param seed of the documents
     */
    EditRun(EchoServer server, ContractDocument contract, String suffix, Path file, long seed) {
        this.server = server;
        this.contract = contract;
        this.suffix = suffix;
        this.seed = seed;
        contract.write(file);
        this.judge = new ContractJudge(file);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    int sound() {
        return sound;
    }

    int refused() {
        return refused;
    }

    /**
     * Sends documents for each operation that takes any.
     *
     * @param known broken documents that need no further look, by their target and rule
     */
    void run(Set<String> known) throws IOException, InterruptedException {
        for (OperationDocument operation : contract.operations()) {
            if (!operation.requestBody().isMissingNode()) {
                run(operation, known);
            }
        }
    }

    private void run(OperationDocument operation, Set<String> known) throws IOException, InterruptedException {
        ContractBody body = ContractBody.of(
                contract.root(), operation.node().required("operationId").asText());
        DocumentComparison comparison = new DocumentComparison(body.schema());
        Set<String> documents = new LinkedHashSet<>();
        documents.add(FullDocument.of(body.schema()).toString());
        documents.addAll(DocumentSample.draw(body, seed, DOCUMENTS));
        Parameters parameters = Parameters.of(operation);
        for (String document : documents) {
            sound++;
            require(judged(operation, parameters, document).isEmpty(), "the contract refuses " + document);
            HttpResponse<String> answer = send(operation, parameters, document);
            if (answer.statusCode() == 200) {
                comparison
                        .differences(DocumentComparison.read(document), DocumentComparison.read(answer.body()))
                        .forEach(difference -> require(false, difference));
            } else {
                require(false, "%d %s for %s".formatted(answer.statusCode(), answer.body(), document));
            }
        }
        for (Broken broken : BrokenDocuments.of(body.schema(), FullDocument.of(body.schema()))) {
            if (!known.contains(broken.toString())) {
                refused++;
                require(!judged(operation, parameters, broken.document()).isEmpty(), "the contract takes " + broken);
                HttpResponse<String> answer = send(operation, parameters, broken.document());
                require(
                        answer.statusCode() == 400 && targets(answer.body()).equals(Set.of(broken.target())),
                        "%s is answered %d %s".formatted(broken, answer.statusCode(), answer.body()));
            }
        }
    }

    /** Returns all ways to break a document of an operation, each as {@code target: rule}. */
    static Set<String> broken(JsonNode contract, String operationId) {
        ContractBody body = ContractBody.of(contract, operationId);
        Set<String> found = new HashSet<>();
        BrokenDocuments.of(body.schema(), FullDocument.of(body.schema()))
                .forEach(broken -> found.add(broken.toString()));
        return found;
    }

    private String judged(OperationDocument operation, Parameters parameters, String document) {
        return judge.faults(
                Request.Method.valueOf(operation.method()),
                parameters.path(),
                parameters.query(),
                parameters.headers(),
                document);
    }

    private HttpResponse<String> send(OperationDocument operation, Parameters parameters, String document)
            throws IOException, InterruptedException {
        StringBuilder address = new StringBuilder(EditBatch.path(suffix, parameters.path()));
        parameters
                .query()
                .forEach((name, value) ->
                        address.append('?').append(name).append('=').append(value));
        return server.send(operation.method(), address.toString(), parameters.headers(), document);
    }

    private static Set<String> targets(String body) {
        Set<String> targets = new LinkedHashSet<>();
        DocumentComparison.read(body)
                .at("/error/details")
                .forEach(detail -> targets.add(detail.required("target").asText()));
        return targets;
    }

    private void require(boolean fulfilled, String fault) {
        if (!fulfilled) {
            faults.add(fault.substring(0, Math.min(fault.length(), 300)));
        }
    }

    /**
     * A value for each parameter that an operation requires.
     *
     * @param path with its parameters filled in
     * @param query values by name; at most one
     * @param headers values by name
     */
    private record Parameters(String path, Map<String, String> query, Map<String, String> headers) {

        static Parameters of(OperationDocument operation) {
            String path = operation.path();
            Map<String, String> query = new LinkedHashMap<>();
            Map<String, String> headers = new LinkedHashMap<>();
            for (JsonNode parameter : operation.parameters()) {
                if (parameter.path("required").asBoolean()) {
                    String name = parameter.required("name").asText();
                    String value =
                            FullDocument.value(parameter.required("schema")).asText();
                    switch (parameter.required("in").asText()) {
                        case "path" -> path = path.replace("{" + name + "}", value);
                        case "query" -> query.put(name, value);
                        default -> headers.put(name, value);
                    }
                }
            }
            return new Parameters(path, query, headers);
        }
    }
}
