package dev.remoteassistance.contract.viewer;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Pact;
import dev.remoteassistance.contract.consumer.Expectations;
import dev.remoteassistance.contract.consumer.RawRequest;
import dev.remoteassistance.contract.state.ProviderStates;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A question to an action that reports sessions, and the answer that a viewer expects: one interaction.
 *
 * @param name the interaction's name
 * @param state in which the provider is asked
 * @param parameters of the state
 * @param answer what is expected
 */
record ReportQuestion(
        String name,
        String state,
        Map<String, Object> parameters,
        RawRequest request,
        UnaryOperator<PactDslResponse> answer) {

    private static final String BYTES = "application/octet-stream";
    private static final String JSON = "application/json";

    /** A question about the sessions in the state of its action that is answered with the bytes of a report. */
    static ReportQuestion of(String name, ReportAction action, String body, String report) {
        return ofSessions(name, action, forBytes(action, body), response -> answered(response, report));
    }

    /** The same question from a viewer that sends a {@code client-request-id}. */
    static ReportQuestion named(String name, ReportAction action, String body, String clientRequestId, String report) {
        return ofSessions(
                name,
                action,
                forBytes(action, body).with("client-request-id", clientRequestId),
                response -> Expectations.named(response.status(200), clientRequestId)
                        .body(report, BYTES));
    }

    private static RawRequest forBytes(ReportAction action, String body) {
        return RawRequest.to(action.path(), body).with("Accept", BYTES + ", " + JSON);
    }

    /** Expects the bytes of a report. */
    static PactDslResponse answered(PactDslResponse response, String report) {
        return Expectations.named(response.status(200)).body(report, BYTES);
    }

    /** A question about these sessions that is answered with the report in Base64. */
    static ReportQuestion inBase64(String name, ReportAction action, String body, String report) {
        String encoded = Base64.getEncoder().encodeToString(report.getBytes(StandardCharsets.UTF_8));
        return ofSessions(
                name,
                action,
                RawRequest.to(action.path(), body).with("Accept", JSON),
                response -> Expectations.named(response.status(200))
                        .matchHeader("Content-Type", JSON, JSON)
                        .body(LambdaDsl.newJsonBody(
                                        stream -> stream.stringMatcher("value", "[A-Za-z0-9+/]+={0,2}", encoded))
                                .build()));
    }

    /** A question that is refused. */
    static ReportQuestion refused(
            String name, String state, RawRequest request, UnaryOperator<PactDslResponse> refusal) {
        return new ReportQuestion(name, state, Map.of(), request, refusal);
    }

    /** A question that is refused because of one part of its body. */
    static ReportQuestion refused(String name, ReportAction action, String target, String body) {
        return refused(
                name,
                ProviderStates.USER_MAY_REPORT,
                RawRequest.to(action.path(), body),
                answer -> Expectations.refusedFor(answer, target));
    }

    private static ReportQuestion ofSessions(
            String name, ReportAction action, RawRequest request, UnaryOperator<PactDslResponse> answer) {
        return new ReportQuestion(name, ProviderStates.TENANT_HAS_SESSIONS, action.state(), request, answer);
    }

    /** Writes questions into a pact. */
    static V4Pact pact(PactDslWithProvider builder, List<ReportQuestion> questions) {
        PactDslResponse last = null;
        for (ReportQuestion question : questions) {
            PactDslWithState given = last == null
                    ? builder.given(question.state, question.parameters)
                    : last.given(question.state, question.parameters);
            last = question.answer.apply(
                    question.request.in(given, question.name).willRespondWith());
        }
        V4Pact pact = last.toPact(V4Pact.class);
        pact.getInteractions().forEach(ReportQuestion::showBytes);
        return pact;
    }

    /** Writes bytes that are JSON as such into the pact, which would have them in Base64. */
    private static void showBytes(Interaction interaction) {
        IResponse response = interaction.asSynchronousRequestResponse().getResponse();
        if (response.determineContentType().isOctetStream()) {
            response.setBody(OptionalBody.body(response.getBody().orEmpty(), ContentType.getJSON()));
        }
    }

    boolean isForBytes() {
        return request.headers().getOrDefault("Accept", "").startsWith(BYTES);
    }

    HttpResponse<String> ask(MockServer server) throws IOException, InterruptedException {
        return request.send(server);
    }

    @Override
    public String toString() {
        return name;
    }
}
