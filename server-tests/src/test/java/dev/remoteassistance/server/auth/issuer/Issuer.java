package dev.remoteassistance.server.auth.issuer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.TestKey;
import dev.remoteassistance.server.dev.DevIssuer;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An OAuth server with a key for each name, and the address at which its keys are published, which a test can break. At
 * first, no key is published.
 */
final class Issuer implements AfterEachCallback {

    static final String AUDIENCE = "api://reports";

    private static final String KEYS = "/keys";
    private static final String STRANGE =
            DevIssuer.of(TestKey.STRANGER.rsa(), Clock.systemUTC()).sign(new JWTClaimsSet.Builder().build());

    private final MockOAuth2Server oauth = new MockOAuth2Server();
    private final WireMockServer address =
            new WireMockServer(options().dynamicPort().containerThreads(60));

    Issuer() {
        oauth.start();
        address.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        address.stop();
        oauth.shutdown();
    }

    /** Publishes these keys and no others. */
    void publish(String... names) {
        address.stubFor(get(KEYS).willReturn(okJson(keySet(names))));
    }

    /** Gives this answer to every lookup from now on. */
    void answer(ResponseDefinitionBuilder response) {
        address.stubFor(get(KEYS).willReturn(response));
    }

    void fail() {
        answer(aResponse().withStatus(500));
    }

    String keySet(String... names) {
        return new JWKSet(Stream.of(names).map(this::key).toList()).toString();
    }

    JWK key(String name) {
        try {
            return JWKSet.load(oauth.jwksUrl(name).url()).getKeys().get(0);
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a new token that the key of this name has signed. */
    String token(String name) {
        return oauth.issueToken(
                        name,
                        "subject",
                        AUDIENCE,
                        Map.of("tid", RunningServer.TENANT, "scp", RunningServer.firstPermission()),
                        Duration.ofMinutes(10).toSeconds())
                .serialize();
    }

    /**
     * Returns a token that names this key, which the issuer does not have. Its signature is one of another issuer, the same
     * each time: to sign takes longer than to refuse, so a flood of signatures would be none.
     */
    static String strangersToken(String keyId) {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
        return header.toBase64URL() + STRANGE.substring(STRANGE.indexOf('.'));
    }

    URI jwksUri() {
        return URI.create(address.url(KEYS));
    }

    AccessTokenVerifier verifier(RemoteKeys keys, int cachedTokens, String... names) {
        List<IssuerTemplate> issuers = Stream.of(names)
                .map(name -> new IssuerTemplate(oauth.issuerUrl(name).toString()))
                .toList();
        return new AccessTokenVerifier(keys, issuers, List.of(AUDIENCE), Clock.systemUTC(), cachedTokens);
    }

    /** Returns the number of lookups of the keys. */
    int lookups() {
        return address.findAll(getRequestedFor(urlEqualTo(KEYS))).size();
    }
}
