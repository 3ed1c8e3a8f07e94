package dev.remoteassistance.contract.consumer;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Expectations that the consumers share. Paths, names and values are literals, as in any consumer's code: if they were
 * read from the contract, they would follow all its changes.
 */
public final class Expectations {

    public static final String PATH = "/beta/deviceManagement/reportRemoteAssistance";
    public static final String EXAMPLE_TOKEN = "an-access-token";

    static final String GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    static final String EXAMPLE_GUID = "6f5c0b7e-7f3b-4e9e-9d53-0d9d4c7d2a10";

    private Expectations() {}

    /** The headers of every request that the client sends. */
    static PactDslRequestWithPath fromTheClient(PactDslRequestWithPath request) {
        return request.headerFromProviderState("Authorization", "Bearer ${token}", "Bearer " + EXAMPLE_TOKEN)
                .matchHeader("client-request-id", GUID, EXAMPLE_GUID)
                .headers("Accept", "application/json");
    }

    /** A request of the client in a state of the provider. */
    static PactDslRequestWithPath request(PactDslWithProvider builder, String state, String description, String body) {
        return request(builder.given(state), description, body);
    }

    /** A request of the client in the states that are given already. */
    static PactDslRequestWithPath request(PactDslWithState given, String description, String body) {
        return fromTheClient(given.uponReceiving(description).method("POST").path(PATH))
                .body(body, "application/json");
    }

    static PactDslResponse stored(PactDslResponse response) {
        return named(response.status(204));
    }

    /** A refusal in the form that Graph documents; messages are for people, and no consumer decides by them. */
    public static PactDslResponse refused(PactDslResponse response, int status, String code) {
        return named(response.status(status))
                .matchHeader("Content-Type", "application/json", "application/json")
                .body(error(code, null));
    }

    /** The refusal of a body with one fault. */
    public static PactDslResponse refusedFor(PactDslResponse response, String target) {
        return named(response.status(400))
                .matchHeader("Content-Type", "application/json", "application/json")
                .body(error("ModelValidationFailure", target));
    }

    /** An answer that carries the names of its request. */
    public static PactDslResponse named(PactDslResponse response) {
        return response.matchHeader("request-id", GUID, EXAMPLE_GUID)
                .matchHeader("client-request-id", GUID, EXAMPLE_GUID);
    }

    /** An answer that repeats the caller's name for its request. */
    public static PactDslResponse named(PactDslResponse response, String clientRequestId) {
        return response.headers(Map.of("client-request-id", clientRequestId))
                .matchHeader("request-id", GUID, EXAMPLE_GUID);
    }

    private static DslPart error(String code, String target) {
        return newJsonBody(body -> body.object("error", error -> {
                    error.stringValue("code", code);
                    error.stringType("message", "What is wrong.");
                    error.object("innerError", inner -> {
                        inner.stringMatcher("date", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d", "2026-01-01T00:00:00");
                        inner.stringMatcher("request-id", GUID, EXAMPLE_GUID);
                        inner.stringMatcher("client-request-id", GUID, EXAMPLE_GUID);
                    });
                    if (target != null) {
                        error.stringValue("target", target);
                        error.array(
                                "details",
                                details -> details.object(detail -> {
                                    detail.stringValue("code", code);
                                    detail.stringType("message", "Which rule is broken.");
                                    detail.stringValue("target", target);
                                }));
                    }
                }))
                .build();
    }

    /** One of the example bodies of the documents. */
    public static String example(String name) {
        try (InputStream json = Expectations.class.getClassLoader().getResourceAsStream("openapi/examples/" + name)) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
