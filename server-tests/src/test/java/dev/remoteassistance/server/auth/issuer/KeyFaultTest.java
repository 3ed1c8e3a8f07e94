package dev.remoteassistance.server.auth.issuer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.nimbusds.jose.jwk.JWKSet;
import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.auth.AccessTokenVerifier;
import java.time.Duration;
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

    @ParameterizedTest
    @EnumSource
    void whatIsNoKeySetReplacesNone(NoKeySet answer) throws Exception {
        assertServesOn(answer.response(), SOON);
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
