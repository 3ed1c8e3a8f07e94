package dev.remoteassistance.server.auth.issuer;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.http.ErrorCode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests a server that is started while the issuer is down. */
class IssuerOutageTest {

    @RegisterExtension
    final Issuer issuer = new Issuer();

    private final RemoteKeys keys = RemoteKeys.at(
            issuer.jwksUri(),
            new KeyTimes(Duration.ofHours(1), Duration.ofMillis(100), Waiting.LONGEST, Duration.ofHours(1)));

    @RegisterExtension
    final RunningServer server = new RunningServer(issuer.verifier(keys, 10, "first"));

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void saysThatItCannotJudgeAndRecoversByItself() throws Exception {
        String token = issuer.token("first");

        assertThat(ready().statusCode()).isEqualTo(503);
        assertThat(ready().body()).contains("\"keys\":\"DOWN\"");
        assertRefused(post(token), ErrorCode.KEYS_UNAVAILABLE).hasHeader("Retry-After", "10");
        assertRefused(post("no.token.this"), ErrorCode.INVALID_AUTHENTICATION_TOKEN);

        issuer.publish("first");
        // Polls without a token, which would cause a lookup of its key.
        Waiting.until(() -> ready().statusCode() == 200);
        assertThat(post(token).statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> ready() {
        return server.send(HttpRequest.newBuilder(server.managementUri().resolve("/health/ready")));
    }

    private HttpResponse<String> post(String token) {
        return server.send(server.anonymousRequest()
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString("{\"reportingPayload\":{\"id\":\"a\"}}")));
    }
}
