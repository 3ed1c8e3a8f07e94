package dev.remoteassistance.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.Logs;

/** What a browser asked for and complained of during one test. */
final class BrowserLog {

    private static final JsonMapper JSON = new JsonMapper();

    private final Logs logs;
    private final List<String> allowedComplaints = new ArrayList<>();
    private final Set<String> allowedOrigins = new HashSet<>();
    private final List<String> requests = new ArrayList<>();

    /** Begins without what was logged before. */
    BrowserLog(Logs logs) {
        this.logs = logs;
        logs.get(LogType.BROWSER);
        logs.get(LogType.PERFORMANCE);
    }

    void allowComplaint(String text) {
        allowedComplaints.add(text);
    }

    void allowRequests(URI server) {
        allowedOrigins.add(origin(server));
    }

    /** Asserts that there were only requests and complaints that are allowed. */
    void assertClean() throws IOException {
        assertThat(requests())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(allowedOrigins).contains(origin(URI.create(request.split(" ")[1]))));
        assertThat(logs.get(LogType.BROWSER).getAll())
                .extracting(entry -> entry.getMessage())
                .filteredOn(message -> allowedComplaints.stream().noneMatch(message::contains))
                .isEmpty();
    }

    /** Returns the requests over HTTP since the test began: method, address, and the body if there is one. */
    List<String> requests() throws IOException {
        for (var entry : logs.get(LogType.PERFORMANCE)) {
            JsonNode event = JSON.readTree(entry.getMessage()).required("message");
            JsonNode request = event.at("/params/request");
            if (event.required("method").asText().equals("Network.requestWillBeSent")
                    && request.required("url").asText().startsWith("http")) {
                requests.add("%s %s %s"
                        .formatted(
                                request.required("method").asText(),
                                request.required("url").asText(),
                                request.path("postData").asText()));
            }
        }
        return requests;
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
