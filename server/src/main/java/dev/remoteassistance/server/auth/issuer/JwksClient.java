package dev.remoteassistance.server.auth.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Downloads the key set that an issuer publishes. */
public final class JwksClient {

    private static final Logger LOG = LoggerFactory.getLogger(JwksClient.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int MAX_BYTES = 1 << 20;
    private static final int OK = 200;

    private final HttpClient http;
    private final HttpRequest request;
    private final Duration timeout;
    private final Executor executor;

    /**
     * @param timeout limit for the whole answer: a trickling one could otherwise take days
     * @param executor reads and parses the answers
     */
    JwksClient(URI address, Duration timeout, Executor executor) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                // Plain HTTP is safe on loopback only, and a redirect could lead elsewhere.
                .followRedirects(isHttps(address) ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER)
                .build();
        this.request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .build();
        this.timeout = timeout;
        this.executor = executor;
    }

    /**
     * Parses an address from which keys can be read safely, since nobody on the network can replace them.
     *
     * @throws IllegalArgumentException if the text is no such address; the message completes a sentence about it:
     *     "must be …"
     */
    public static URI safeAddress(String text) {
        URI address = uri(text.strip());
        boolean onLoopback = "http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost());
        if (address.getHost() == null || !isHttps(address) && !onLoopback) {
            throw new IllegalArgumentException("must be https with a host (or http on loopback)");
        }
        return address;
    }

    /** Returns the URI; an empty one if the text is malformed. */
    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return URI.create("");
        }
    }

    private static boolean isHttps(URI address) {
        return "https".equals(address.getScheme());
    }

    /** Requests the key set. Completes with a failure if the answer is not a key set that can verify tokens. */
    CompletableFuture<JWKSet> keySet() {
        CompletableFuture<HttpResponse<InputStream>> exchange = http.sendAsync(request, BodyHandlers.ofInputStream());
        CompletableFuture<JWKSet> keySet = exchange.thenApplyAsync(JwksClient::read, executor)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        keySet.whenComplete((keys, fault) -> {
            exchange.cancel(true);
            exchange.thenAccept(JwksClient::close);
        });
        return keySet;
    }

    private static JWKSet read(HttpResponse<InputStream> response) {
        try {
            if (response.statusCode() != OK) {
                throw new IOException("status " + response.statusCode());
            }
            byte[] body = response.body().readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw new IOException("more than %d bytes".formatted(MAX_BYTES));
            }
            List<JWK> keys = parse(body);
            if (keys.stream().noneMatch(key -> key instanceof RSAKey && key.getKeyUse() != KeyUse.ENCRYPTION)) {
                // An issuer always has a key for signatures, so such an answer must not replace the known keys.
                throw new IOException("no key set, or one without a key for RSA signatures");
            }
            return new JWKSet(keys);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /** Ignores keys that are broken or of an unknown kind, as RFC 7517 asks in section 5. */
    private static List<JWK> parse(byte[] keySet) throws IOException {
        List<JWK> keys = new ArrayList<>();
        for (JsonNode key : JSON.readTree(keySet).path("keys")) {
            try {
                keys.add(JWK.parse(key.toString()));
            } catch (ParseException | RuntimeException e) {
                LOG.debug("The issuer publishes a key that cannot be read: {}", e.toString());
            }
        }
        return keys;
    }

    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            // Ignored: nothing more is read from it.
        }
    }
}
