package dev.remoteassistance.contract.consumer;

import static dev.remoteassistance.contract.consumer.Expectations.EXAMPLE_TOKEN;
import static dev.remoteassistance.contract.consumer.Expectations.PATH;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that is written by hand, both for the pact and for sending.
 *
 * @param path from the root
 * @param headers except the token
 * @param body as text
 * @param withToken whether it bears a token
 */
public record RawRequest(String path, Map<String, String> headers, String body, boolean withToken) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String CONTENT_TYPE = "Content-Type";

    /** A report as JSON, with a token. */
    static RawRequest of(String body) {
        return to(PATH, body);
    }

    /** A request with a JSON body for a path, with a token. */
    public static RawRequest to(String path, String body) {
        return new RawRequest(path, Map.of(CONTENT_TYPE, "application/json"), body, true);
    }

    public RawRequest with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new RawRequest(path, more, body, withToken);
    }

    public RawRequest withoutToken() {
        return new RawRequest(path, headers, body, false);
    }

    /** Writes the request into a pact. */
    public PactDslRequestWithPath in(PactDslWithState given, String description) {
        PactDslRequestWithPath request =
                given.uponReceiving(description).method("POST").path(path);
        headers.forEach((name, value) -> {
            if (!name.equals(CONTENT_TYPE)) {
                request.headers(name, value);
            }
        });
        if (withToken) {
            request.headerFromProviderState("Authorization", "Bearer ${token}", "Bearer " + EXAMPLE_TOKEN);
        }
        return request.body(body, headers.get(CONTENT_TYPE));
    }

    /** Sends the request. */
    public HttpResponse<String> send(MockServer server) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.getUrl() + path)).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (withToken) {
            request.header("Authorization", "Bearer " + EXAMPLE_TOKEN);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
