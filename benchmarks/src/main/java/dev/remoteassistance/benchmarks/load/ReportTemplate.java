package dev.remoteassistance.benchmarks.load;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Microsoft's example of a report, with a placeholder for the id. */
public final class ReportTemplate {

    static final int ID_LENGTH = 32;
    private static final String PLACEHOLDER = "@".repeat(ID_LENGTH);
    private static final String EXAMPLE = "/openapi/examples/2024-05-27props.json";
    private static final String ID = "\"id\": \"Id value\"";

    private final String text;

    private ReportTemplate(String text) {
        this.text = text;
    }

    /** Loads the example of the newest revision. */
    public static ReportTemplate load() {
        try (InputStream example = ReportTemplate.class.getResourceAsStream(EXAMPLE)) {
            String text = new String(example.readAllBytes(), StandardCharsets.UTF_8);
            if (text.indexOf(ID) < 0 || text.indexOf(ID) != text.lastIndexOf(ID)) {
                throw new BenchmarkException(EXAMPLE + " does not hold one id");
            }
            return new ReportTemplate(text.replace(ID, "\"id\": \"" + PLACEHOLDER + "\""));
        } catch (IOException e) {
            throw new BenchmarkException(EXAMPLE + " cannot be read", e);
        }
    }

    /** Returns the report with an id. */
    public String withId(String id) {
        return text.replace(PLACEHOLDER, id);
    }

    String text() {
        return text;
    }
}
