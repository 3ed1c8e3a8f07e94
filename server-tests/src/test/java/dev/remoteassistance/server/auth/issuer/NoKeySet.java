package dev.remoteassistance.server.auth.issuer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** Answers of an issuer that are not a key set. */
enum NoKeySet {
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

    NoKeySet(ResponseDefinitionBuilder response) {
        this.response = response;
    }

    ResponseDefinitionBuilder response() {
        return response;
    }

    private static String ellipticCurve() {
        try {
            return new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("first").generate()).toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
