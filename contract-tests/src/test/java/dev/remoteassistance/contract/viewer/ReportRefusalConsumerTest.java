package dev.remoteassistance.contract.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.remoteassistance.contract.consumer.Expectations;
import dev.remoteassistance.contract.consumer.RawRequest;
import dev.remoteassistance.contract.state.ProviderStates;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A viewer that meets every refusal of each action that reports sessions. */
@PactConsumerTest
@PactTestFor(providerName = ProviderStates.PROVIDER, pactVersion = PactSpecVersion.V4)
class ReportRefusalConsumerTest {

    private static final int MAX_BYTES = 65_536;

    private static final List<ReportQuestion> QUESTIONS = Stream.of(ReportAction.values())
            .flatMap(action -> refused(action).stream())
            .toList();

    @Pact(consumer = "session-viewer")
    V4Pact refusals(PactDslWithProvider builder) {
        return ReportQuestion.pact(builder, QUESTIONS);
    }

    @Test
    @PactTestFor(pactMethod = "refusals")
    void eachIsRefused(MockServer server) throws Exception {
        for (ReportQuestion question : QUESTIONS) {
            assertThat(question.ask(server).statusCode()).as(question.name()).isBetween(400, 503);
        }
    }

    private static List<ReportQuestion> refused(ReportAction action) {
        return List.of(
                forBody(
                        action,
                        "with too high a top",
                        action.question().put("top", 1001).toString(),
                        answer -> Expectations.refusedFor(answer, "top")),
                forBody(action, "that is an array", "[]", answer -> Expectations.refused(answer, 400, "BadRequest")),
                ReportQuestion.refused(
                        action + " without a token",
                        ProviderStates.USER_MAY_REPORT,
                        shortest(action).withoutToken(),
                        answer -> Expectations.refused(
                                answer.matchHeader("WWW-Authenticate", "Bearer.*", "Bearer"),
                                401,
                                "InvalidAuthenticationToken")),
                inState(
                        action,
                        ProviderStates.USER_LACKS_PERMISSION,
                        "without a permission",
                        answer -> Expectations.refused(answer, 403, "Forbidden")),
                ReportQuestion.refused(
                        action + " as HTML",
                        ProviderStates.USER_MAY_REPORT,
                        shortest(action).with("Accept", "text/html"),
                        answer -> Expectations.refused(answer, 406, "NotAcceptable")),
                forBody(
                        action,
                        "with too long a body",
                        action.question()
                                .put("sessionId", "x".repeat(MAX_BYTES))
                                .toString(),
                        answer -> Expectations.refused(answer, 413, "RequestEntityTooLarge")),
                ReportQuestion.refused(
                        action + " declared as text",
                        ProviderStates.USER_MAY_REPORT,
                        shortest(action).with("Content-Type", "text/plain"),
                        answer -> Expectations.refused(answer, 415, "UnsupportedMediaType")),
                inState(
                        action,
                        ProviderStates.TENANT_IS_THROTTLED,
                        "over the tenant's share",
                        answer -> Expectations.refused(
                                answer.matchHeader("Retry-After", "[1-9]\\d*", "17"), 429, "TooManyRequests")),
                inState(
                        action,
                        ProviderStates.SERVER_HAS_A_FAULT,
                        "that meets a fault",
                        answer -> Expectations.refused(answer, 500, "InternalServerError")),
                inState(
                        action,
                        ProviderStates.STORE_IS_DOWN,
                        "that cannot be answered now",
                        answer -> Expectations.refused(
                                answer.matchHeader("Retry-After", "\\d+", "5"), 503, "ServiceUnavailable")));
    }

    private static RawRequest shortest(ReportAction action) {
        return RawRequest.to(action.path(), action.question().toString());
    }

    /** A question that is refused because of the state. */
    private static ReportQuestion inState(
            ReportAction action, String state, String name, UnaryOperator<PactDslResponse> refusal) {
        String body = action.question().put("sessionId", name).toString();
        return ReportQuestion.refused(action + " " + name, state, RawRequest.to(action.path(), body), refusal);
    }

    /** A question that is refused because of its body. */
    private static ReportQuestion forBody(
            ReportAction action, String name, String body, UnaryOperator<PactDslResponse> refusal) {
        return ReportQuestion.refused(
                action + " " + name, ProviderStates.USER_MAY_REPORT, RawRequest.to(action.path(), body), refusal);
    }
}
