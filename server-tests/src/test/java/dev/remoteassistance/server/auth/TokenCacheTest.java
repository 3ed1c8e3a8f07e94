package dev.remoteassistance.server.auth;

import static dev.remoteassistance.server.RunningServer.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.remoteassistance.server.SetClock;
import dev.remoteassistance.server.auth.issuer.IssuerTemplate;
import dev.remoteassistance.server.auth.issuer.KeysUnavailableException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests that a verified token is not verified again as long as the result would be the same. */
class TokenCacheTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final JWKSource<SecurityContext> KEYS =
            new ImmutableJWKSet<>(new JWKSet(AccessTokenTest.KEY.toPublicJWK()));

    private final SetClock clock = new SetClock(START);
    private final AccessTokenVerifier verifier = verifier(KEYS, 100);

    @Test
    void isKnownOnceItWasVerified() throws Exception {
        String token = token(claims -> {});
        assertThat(verifier.cached(token)).isEmpty();
        Caller caller = verifier.verify(token);
        assertThat(verifier.cached(token)).containsSame(caller);
        assertThat(verifier.verify(token)).isSameAs(caller);
        // A new string object with the same text, as in each request.
        assertThat(verifier.cached(new StringBuilder(token).toString())).containsSame(caller);
    }

    @Test
    void diesWithItsExpiryToTheSecond() throws Exception {
        String token = token(claims -> claims.expirationTime(at(300)));
        verifier.verify(token);
        clock.set(START.plusSeconds(300 + 60).minusNanos(1));
        assertThat(verifier.cached(token)).isPresent();
        clock.set(START.plusSeconds(300 + 60));
        assertThat(verifier.cached(token)).isEmpty();
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessageContaining("expired");
    }

    @Test
    void isNotYetValidWhenTheClockIsSetBack() throws Exception {
        String token = token(claims -> claims.notBeforeTime(at(0)));
        verifier.verify(token);
        clock.set(START.minusSeconds(60));
        assertThat(verifier.cached(token)).isPresent();
        clock.set(START.minusSeconds(60).minusNanos(1));
        assertThat(verifier.cached(token)).isEmpty();
        assertThatThrownBy(() -> verifier.verify(token)).hasMessageContaining("not valid yet");
    }

    @Test
    void whatWasRefusedIsNotKept() {
        String expired = token(claims -> claims.expirationTime(at(-300)));
        assertThatThrownBy(() -> verifier.verify(expired)).isInstanceOf(InvalidTokenException.class);
        assertThat(verifier.cached(expired)).isEmpty();
        clock.set(START.minusSeconds(600));
        assertThat(callerOf(expired)).isEqualTo(TENANT);
    }

    @Test
    void keepsOneSpellingOfATokenAlone() throws Exception {
        String token = token(claims -> {});
        verifier.verify(token);
        int signature = token.lastIndexOf('.') + 1;
        // The last byte of 256 is in two characters, so the lower four bits of the last character have no meaning.
        String unusedBit = token.substring(0, token.length() - 1) + (char) (token.charAt(token.length() - 1) + 1);
        for (String other : List.of(
                token.substring(0, signature) + "*" + token.substring(signature),
                token.substring(0, signature) + "\n" + token.substring(signature),
                token + "=",
                "\t" + token,
                " " + token,
                token + "\t\t",
                token + "\n",
                token + "!",
                unusedBit)) {
            assertThat(verifier.cached(other)).as(other).isEmpty();
            assertThatThrownBy(() -> verifier.verify(other)).as(other).isInstanceOf(InvalidTokenException.class);
        }
    }

    @Test
    void keepsNoMoreThanItWasTold() {
        AccessTokenVerifier small = verifier(KEYS, 5);
        assertThat(kept(small, tokens(30, 0))).isBetween(1L, 5L);
        // A token of up to 8,192 characters counts as two.
        assertThat(kept(verifier(KEYS, 5), tokens(30, 4_000))).isBetween(1L, 2L);
        assertThat(kept(verifier(KEYS, 0), tokens(30, 0))).isZero();
    }

    @Test
    void keepsNothingThatKeysOfAnUnknownKindHaveVerified() {
        AtomicInteger asked = new AtomicInteger();
        AccessTokenVerifier careful = verifier(
                (selector, context) -> {
                    asked.incrementAndGet();
                    return KEYS.get(selector, context);
                },
                100);
        List<String> token = tokens(1, 0);
        assertThat(kept(careful, token)).isZero();
        assertThat(kept(careful, token)).isZero();
        assertThat(asked).hasValue(2);
    }

    private long kept(AccessTokenVerifier kind, List<String> tokens) {
        tokens.forEach(token -> {
            try {
                kind.verify(token);
            } catch (InvalidTokenException | KeysUnavailableException e) {
                throw new AssertionError(e);
            }
        });
        return tokens.stream().filter(token -> kind.cached(token).isPresent()).count();
    }

    private static List<String> tokens(int count, int extra) {
        return IntStream.range(0, count)
                .mapToObj(i -> token(claims -> claims.jwtID("t" + i).claim("groups", "g".repeat(extra))))
                .toList();
    }

    private String callerOf(String token) {
        try {
            return verifier.verify(token).tenantId();
        } catch (InvalidTokenException | KeysUnavailableException e) {
            throw new AssertionError(e);
        }
    }

    private static String token(Consumer<JWTClaimsSet.Builder> change) {
        return AccessTokenTest.token(JWSAlgorithm.RS256, claims -> {
            claims.expirationTime(at(300));
            change.accept(claims);
        });
    }

    private static Date at(long seconds) {
        return Date.from(START.plusSeconds(seconds));
    }

    private AccessTokenVerifier verifier(JWKSource<SecurityContext> keys, int cachedTokens) {
        return new AccessTokenVerifier(
                keys,
                List.of(new IssuerTemplate(AccessTokenTest.V2)),
                List.of(AccessTokenTest.AUDIENCE),
                clock,
                cachedTokens);
    }
}
