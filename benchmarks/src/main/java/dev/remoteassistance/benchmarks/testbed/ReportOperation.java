package dev.remoteassistance.benchmarks.testbed;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.contract.Operation;

/** The operation that takes reports, whatever others the contract has. */
public final class ReportOperation {

    private static final String BODY = "/requestBody/content/application~1json/schema/$ref";
    private static final String SCHEMA = "#/components/schemas/" + ReportRemoteAssistanceRequest.class.getSimpleName();

    private ReportOperation() {}

    public static Operation find() {
        return Contract.load().operations().stream()
                .filter(operation -> operation.definition().at(BODY).asText().equals(SCHEMA))
                .findFirst()
                .orElseThrow(() -> new BenchmarkException("No operation of the contract takes a " + SCHEMA));
    }
}
