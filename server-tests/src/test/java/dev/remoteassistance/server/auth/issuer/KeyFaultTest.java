package dev.remoteassistance.server.auth.issuer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.auth.AccessTokenVerifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the known keys stay in use while lookups fail or return no key set. */
class KeyFaultTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final KeyTimes SOON =
            new KeyTimes(Duration.ofMillis(50), Duration.ofMillis(50), Waiting.LONGEST, NEVER);
    private static final KeyTimes IMPATIENT = new KeyTimes(SOON.refresh(), SOON.retry(), Duration.ofSeconds(1), NEVER);

    @RegisterExtension
    final Issuer issuer = new Issuer();

    private RemoteKeys keys;

    @BeforeEach
    void publish() {
        issuer.publish("first");
    }

    @AfterEach
    void close() {
        if (keys != null) {
            keys.close();
        }
    }

    /** Answers that are not a key set. */
    enum Answer {
        HTML(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Sign in, please</html>")),
        NOTHING(aResponse().withBody("")),
        NO_CONTENT(aResponse().withStatus(204)),
        ERROR(aResponse().withStatus(500)),
        NOT_FOUND(aResponse().withStatus(404)),
        REDIRECTION_TO_NOWHERE(aResponse().withStatus(302).withHeader("Location", "/login")),
        JSON_OF_ANOTHER_KIND(aResponse().withBody("{\"error\":\"try later\"}")),
        ARRAY(aResponse().withBody("[]")),
        DEEP_JSON(aResponse().withBody("{\"keys\":" + "[".repeat(100_000))),
        EMPTY_SET(aResponse().withBody("{\"keys\":[]}")),
        NO_RSA_KEY(aResponse().withBody(ellipticCurve())),
        A_BROKEN_KEY(aResponse().withBody("{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"first\",\"n\":1}]}")),
        CONNECTION_RESET(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        EMPTY_RESPONSE(aResponse().withFault(Fault.EMPTY_RESPONSE)),
        GARBAGE(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
        BROKEN_CHUNK(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

        private final ResponseDefinitionBuilder response;

        Answer(ResponseDefinitionBuilder response) {
            this.response = response;
        }

        private static String ellipticCurve() {
            try {
                return new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("first").generate()).toString();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoKeySetReplacesNone(Answer answer) throws Exception {
        assertServesOn(answer.response, SOON);
    }

    @Test
    void aTruncatedKeySet() throws Exception {
        String set = issuer.keySet("first", "second");
        assertServesOn(aResponse().withBody(set.substring(0, set.length() - 2)), SOON);
    }

    @Test
    void aHugeKeySet() throws Exception {
        assertServesOn(aResponse().withBody(issuer.keySet("second") + " ".repeat(2 << 20)), SOON);
    }

    @Test
    void aKeySetThatTricklesIn() throws Exception {
        assertServesOn(aResponse().withBody(issuer.keySet("second")).withChunkedDribbleDelay(100, 60_000), IMPATIENT);
    }

    @Test
    void aKeySetThatComesTooLate() throws Exception {
        assertServesOn(aResponse().withBody(issuer.keySet("second")).withFixedDelay(60_000), IMPATIENT);
    }

    /** RFC 7517, section 5: keys of unknown types and keys with missing or broken members are ignored. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "1",
                "\"text\"",
                "[]",
                "{}",
                "{\"kid\":\"odd\"}",
                "{\"kty\":1}",
                "{\"kty\":\"quantum\",\"kid\":\"odd\"}",
                "{\"kty\":\"RSA\",\"kid\":\"odd\",\"e\":\"AQAB\"}",
                "{\"kty\":\"RSA\",\"kid\":\"odd\",\"n\":\"\",\"e\":\"\"}",
                "{\"kty\":\"RSA\",\"kid\":\"odd\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"x5c\":[\"!\"]}",
                "{\"kty\":\"RSA\",\"kid\":\"odd\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"x5c\":[null]}",
                "{\"kty\":\"RSA\",\"kid\":\"odd\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"x5c\":\"text\"}",
                "{\"kty\":\"RSA\",\"kid\":\"odd\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"x5u\":\":\"}",
                "{\"kty\":\"EC\",\"kid\":\"odd\",\"crv\":\"P-999\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"EC\",\"kid\":\"odd\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"OKP\",\"kid\":\"odd\",\"crv\":\"X9\",\"x\":\"AA\"}"
            })
    void anOddKeyDoesNotTakeTheOthersAway(String odd) throws Exception {
        for (String set :
                List.of("[%s,%s]".formatted(odd, issuer.key("first")), "[%s,%s]".formatted(issuer.key("first"), odd))) {
            issuer.answer(aResponse().withBody("{\"keys\":%s}".formatted(set)));
            try (RemoteKeys mixed = RemoteKeys.at(issuer.jwksUri(), SOON)) {
                assertThat(issuer.verifier(mixed, 0, "first")
                                .verify(issuer.token("first"))
                                .tenantId())
                        .isNotBlank();
            }
        }
    }

    /** The address is on loopback, where plain HTTP is safe; the target of the redirect need not be. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectOfPlainHttpIsNotFollowed(int status) throws Exception {
        Issuer elsewhere = new Issuer();
        try {
            elsewhere.publish("first");
            issuer.answer(aResponse()
                    .withStatus(status)
                    .withHeader("Location", elsewhere.jwksUri().toString()));
            keys = RemoteKeys.at(issuer.jwksUri(), SOON);
            Waiting.until(() -> issuer.lookups() > 1);

            assertThat(keys.held()).isEmpty();
            assertThat(elsewhere.lookups()).isZero();
        } finally {
            elsewhere.afterEach(null);
        }
    }

    @Test
    void nobodyIsAskedAfterItIsClosed() throws Exception {
        keys = RemoteKeys.at(issuer.jwksUri(), SOON);
        Waiting.until(() -> issuer.lookups() > 1);
        keys.close();
        // One lookup may still be under way.
        Waiting.until(() -> {
            int before = issuer.lookups();
            Thread.sleep(20 * SOON.refresh().toMillis());
            return issuer.lookups() == before;
        });
    }

    private void assertServesOn(ResponseDefinitionBuilder fault, KeyTimes times) throws Exception {
        keys = RemoteKeys.at(issuer.jwksUri(), times);
        AccessTokenVerifier verifier = issuer.verifier(keys, 10, "first", "second");
        AccessTokenVerifier forgetful = issuer.verifier(keys, 0, "first");
        String token = issuer.token("first");
        Waiting.until(verifier::hasKeys);
        verifier.verify(token);
        Optional<JWKSet> good = keys.held();

        issuer.answer(fault);
        int before = issuer.lookups();
        Waiting.until(() -> issuer.lookups() > before + 2);

        assertThat(keys.held()).isSameAs(good);
        assertThat(verifier.cached(token)).isPresent();
        assertThat(forgetful.verify(token).tenantId()).isNotBlank();
        // The server cannot know whether the issuer has such a key by now.
        String other = issuer.token("second");
        assertThatThrownBy(() -> verifier.verify(other)).isInstanceOf(KeysUnavailableException.class);

        issuer.publish("first", "second");
        Waiting.until(() -> keys.held() != good);
        assertThat(verifier.verify(other).tenantId()).isNotBlank();
    }

    @Test
    void keysThatNobodyHasConfirmedForTooLongAreForgotten() throws Exception {
        Duration outage = Duration.ofSeconds(1);
        keys = RemoteKeys.at(issuer.jwksUri(), new KeyTimes(SOON.refresh(), SOON.retry(), SOON.lookup(), outage));
        AccessTokenVerifier verifier = issuer.verifier(keys, 10, "first");
        String token = issuer.token("first");
        verifier.verify(token);
        verifier.verify(token);

        issuer.fail();
        Waiting.until(() -> !verifier.hasKeys());
        assertThat(verifier.cached(token)).isEmpty();
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(KeysUnavailableException.class);

        issuer.publish("first");
        Waiting.until(verifier::hasKeys);
        assertThat(verifier.verify(token).tenantId()).isNotBlank();
    }

    @Test
    void whoHasAKnownKeyDoesNotWaitWhileStrangersDo() throws Exception {
        KeyTimes longLookUps = new KeyTimes(NEVER, NEVER, Waiting.LONGEST, NEVER);
        keys = RemoteKeys.at(issuer.jwksUri(), longLookUps);
        AccessTokenVerifier verifier = issuer.verifier(keys, 0, "first");
        Waiting.until(verifier::hasKeys);
        String token = issuer.token("first");
        String unknown = issuer.token("second");
        issuer.answer(aResponse().withFixedDelay(2 * Waiting.LONGEST_MILLIS));

        int strangers = RemoteKeys.MAX_WAITING + 20;
        ExecutorService threads = Executors.newFixedThreadPool(strangers);
        try {
            var waiting = IntStream.range(0, strangers)
                    .mapToObj(i -> threads.submit(() -> verifier.verify(unknown)))
                    .toList();
            // Requests beyond the maximum of waiting ones are refused at once.
            Waiting.until(() -> waiting.stream().filter(Future::isDone).count() == 20);
            for (int i = 0; i < 100; i++) {
                assertThat(verifier.verify(token).tenantId()).isNotBlank();
            }
            assertThat(waiting.stream().filter(Future::isDone)).hasSize(20);
            assertThat(issuer.lookups()).isEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
    }
}
