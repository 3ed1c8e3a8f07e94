package dev.remoteassistance.benchmarks.load;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.testbed.ReportOperation;
import dev.remoteassistance.server.contract.Contract;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Microsoft's example of a report, with a placeholder for the id. */
public final class ReportTemplate {

    static final int ID_LENGTH = 32;
    private static final String PLACEHOLDER = "@".repeat(ID_LENGTH);
    private static final String ID = "\"id\": \"Id value\"";

    private final String text;

    private ReportTemplate(String text) {
        this.text = text;
    }

    /** Loads the example of the newest revision. */
    public static ReportTemplate load() {
        Contract contract = Contract.load();
        String text = new String(contract.example(ReportOperation.find()), StandardCharsets.UTF_8);
        if (text.indexOf(ID) < 0 || text.indexOf(ID) != text.lastIndexOf(ID)) {
            throw new BenchmarkException("The contract's example of a report does not hold one id");
        }
        return new ReportTemplate(text.replace(ID, "\"id\": \"" + PLACEHOLDER + "\""));
    }

    /** Returns the report with an id. */
    public String withId(String id) {
        return text.replace(PLACEHOLDER, id);
    }

    /** A request that posts the report with an id. */
    public HttpRequest request(URI operation, String token, String id, Duration timeout) {
        return HttpRequest.newBuilder(operation)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(timeout)
                .POST(BodyPublishers.ofString(withId(id)))
                .build();
    }

    String text() {
        return text;
    }
}
