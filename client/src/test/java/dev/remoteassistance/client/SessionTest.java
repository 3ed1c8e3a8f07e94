package dev.remoteassistance.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Base of the tests that ask for sessions. */
abstract class SessionTest extends ClientTest {

    static final String SESSIONS = "/beta/deviceManagement/reports/getRemoteAssistanceSessionsReport";

    /** Returns an answer with the bytes of a report. */
    static ResponseDefinitionBuilder stream(String report) {
        return aResponse()
                .withHeader("Content-Type", "application/octet-stream")
                .withHeader("request-id", "r-1")
                .withBody(report);
    }

    /** Returns the report of one page, whose only column is the name of the session. */
    static ResponseDefinitionBuilder page(long totalRowCount, String... ids) {
        List<List<String>> rows = new ArrayList<>();
        for (String id : ids) {
            rows.add(List.of("\"" + id + "\""));
        }
        return stream(report(totalRowCount, "{\"Column\":\"SessionId\",\"PropertyType\":\"String\"}", rows.toString()));
    }

    static String report(long totalRowCount, String columns, String rows) {
        return "{\"TotalRowCount\":%d,\"Schema\":[%s],\"Values\":%s,\"SessionId\":\"\"}"
                .formatted(totalRowCount, columns, rows);
    }

    /** Returns the bodies of all requests, in the order of their arrival. */
    List<JsonNode> questions() {
        List<JsonNode> bodies = new ArrayList<>();
        server.getAllServeEvents()
                .forEach(event -> bodies.add(json(event.getRequest().getBodyAsString())));
        Collections.reverse(bodies);
        return bodies;
    }

    static JsonNode json(String text) {
        try {
            return JsonPolicy.newMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a block of bytes, repeated and compressed. */
    static byte[] gzip(byte[] block, int times) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            for (int i = 0; i < times; i++) {
                gzip.write(block);
            }
        }
        return compressed.toByteArray();
    }
}
