package dev.remoteassistance.server.auth;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The address where an issuer publishes its keys. */
final class KeyEndpoint {

    private static final int MAX_BYTES = 1 << 20;
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final HttpRequest request;
    private final Duration timeout;

    KeyEndpoint(URI address, Duration timeout) {
        this.request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .build();
        this.timeout = timeout;
    }

    /** Asks for the keys. The answer as a whole must come in time, or one that trickles in could go on for days. */
    CompletableFuture<JWKSet> keys() {
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(request, head -> new BoundedBody(MAX_BYTES));
        CompletableFuture<JWKSet> keys =
                exchange.thenApply(KeyEndpoint::keys).orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        keys.whenComplete((set, fault) -> exchange.cancel(true));
        return keys;
    }

    private static JWKSet keys(HttpResponse<byte[]> response) {
        if (response.statusCode() != OK) {
            throw new CompletionException(new IOException("status " + response.statusCode()));
        }
        try {
            JWKSet keys = JWKSet.parse(new String(response.body(), StandardCharsets.UTF_8));
            if (keys.getKeys().stream()
                    .noneMatch(key -> key instanceof RSAKey && key.getKeyUse() != KeyUse.ENCRYPTION)) {
                // An issuer that signs has a key. Whatever this is, it does not withdraw the keys that we know.
                throw new CompletionException(new IOException("a key set without a key for RSA signatures"));
            }
            return keys;
        } catch (ParseException e) {
            throw new CompletionException(new IOException("no key set", e));
        }
    }
}
