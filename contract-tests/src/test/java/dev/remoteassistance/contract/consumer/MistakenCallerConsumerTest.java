package dev.remoteassistance.contract.consumer;

import static dev.remoteassistance.contract.consumer.Expectations.refused;
import static dev.remoteassistance.contract.consumer.Expectations.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.remoteassistance.contract.state.ProviderStates;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A caller that makes every documented mistake, and must learn from each response what to correct. */
@PactConsumerTest
@PactTestFor(providerName = ProviderStates.PROVIDER, pactVersion = PactSpecVersion.V4)
class MistakenCallerConsumerTest {

    private static final String BODY = "{\"reportingPayload\":{\"id\":\"a\"}}";
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    /** A request that is refused; a fault of the body has a target. */
    private record Mistake(String name, String state, RawRequest request, int status, String code, String target) {

        static Mistake in(String name, RawRequest request, int status, String code) {
            return new Mistake(name, ProviderStates.USER_MAY_REPORT, request, status, code, null);
        }

        static Mistake at(String target, String name, String body) {
            return new Mistake(name, ProviderStates.USER_MAY_REPORT, RawRequest.of(body), BAD_REQUEST, "", target);
        }

        static Mistake of(String state, String name) {
            // The mock tells requests apart by what is in them, so each has an id of its own.
            RawRequest request = RawRequest.of("{\"reportingPayload\":{\"id\":\"%s\"}}".formatted(name));
            return new Mistake(name, state, request, UNAUTHORIZED, "InvalidAuthenticationToken", null);
        }
    }

    private static final List<Mistake> MISTAKES = List.of(
            Mistake.in(
                    "a report without a token",
                    RawRequest.of(BODY).withoutToken(),
                    UNAUTHORIZED,
                    "InvalidAuthenticationToken"),
            Mistake.of(ProviderStates.TOKEN_OF_ANOTHER_AUDIENCE, "a report with a token for another API"),
            Mistake.of(ProviderStates.TOKEN_OF_A_STRANGER, "a report with a token that a stranger signed"),
            Mistake.in(
                    "a report declared as text",
                    RawRequest.of(BODY).with("Content-Type", "text/plain"),
                    415,
                    "UnsupportedMediaType"),
            Mistake.in(
                    "a report in an unknown encoding",
                    RawRequest.of(BODY).with("Content-Encoding", "br"),
                    415,
                    "UnsupportedMediaType"),
            Mistake.in(
                    "a report whose caller accepts HTML only",
                    RawRequest.of(BODY).with("Accept", "text/html"),
                    406,
                    "NotAcceptable"),
            Mistake.in("a body that is an array", RawRequest.of("[]"), BAD_REQUEST, "BadRequest"),
            Mistake.at("reportingPayload", "a body without a payload", "{}"),
            Mistake.at("reportingPayload/id", "a payload without an id", "{\"reportingPayload\":{}}"),
            Mistake.at(
                    "reportingPayload/id",
                    "a payload with too long an id",
                    "{\"reportingPayload\":{\"id\":\"%s\"}}".formatted("a".repeat(257))),
            Mistake.at(
                    "reportingPayload/startDateTime",
                    "a payload with a date-time without offset",
                    "{\"reportingPayload\":{\"id\":\"a\",\"startDateTime\":\"2016-12-31T23:58:46\"}}"),
            Mistake.at(
                    "reportingPayload/helperEmail",
                    "a payload with a number for text",
                    "{\"reportingPayload\":{\"id\":\"a\",\"helperEmail\":1}}"),
            Mistake.at(
                    "comment",
                    "a parameter beside the payload",
                    "{\"reportingPayload\":{\"id\":\"a\"},\"comment\":1}"));

    @Pact(consumer = "mistaken-caller")
    V4Pact mistakes(PactDslWithProvider builder) {
        PactDslResponse last = null;
        for (Mistake mistake : MISTAKES) {
            PactDslWithState given = last == null ? builder.given(mistake.state) : last.given(mistake.state);
            PactDslResponse answer = mistake.request.in(given, mistake.name).willRespondWith();
            if (mistake.status == UNAUTHORIZED) {
                answer.matchHeader("WWW-Authenticate", "Bearer.*", "Bearer");
            }
            last = mistake.target == null
                    ? refused(answer, mistake.status, mistake.code)
                    : refusedFor(answer, mistake.target);
        }
        return last.toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "mistakes")
    void everyMistakeIsRefused(MockServer server) throws Exception {
        for (Mistake mistake : MISTAKES) {
            assertThat(mistake.request.send(server).statusCode())
                    .as(mistake.name)
                    .isEqualTo(mistake.status);
        }
    }
}
