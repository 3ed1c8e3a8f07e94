package dev.remoteassistance.server.auth.issuer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests key sets in which some keys cannot be used. */
class OddKeyTest {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final KeyTimes TIMES = new KeyTimes(SOON, SOON, Waiting.LONGEST, Duration.ofHours(1));

    @RegisterExtension
    final Issuer issuer = new Issuer();

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
            try (RemoteKeys mixed = RemoteKeys.at(issuer.jwksUri(), TIMES)) {
                assertThat(issuer.verifier(mixed, 0, "first")
                                .verify(issuer.token("first"))
                                .tenantId())
                        .isNotBlank();
            }
        }
    }
}
