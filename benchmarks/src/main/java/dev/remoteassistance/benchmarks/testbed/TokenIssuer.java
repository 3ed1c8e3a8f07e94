package dev.remoteassistance.benchmarks.testbed;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** An OAuth server on loopback. Our server and its peers accept its tokens. */
public final class TokenIssuer implements AutoCloseable {

    public static final String AUDIENCE = "api://benchmarks";

    /** The tenants of the tokens, which the servers serve. */
    public static final List<String> TENANTS = IntStream.rangeClosed(1, 20)
            .mapToObj("10000000-0000-4000-8000-%012d"::formatted)
            .toList();

    private static final String ISSUER_ID = "benchmarks";
    /** Longer than any run, because expiry is not measured. */
    private static final Duration VALIDITY = Duration.ofDays(1);

    private final MockOAuth2Server server = new MockOAuth2Server();
    private final String permission = ReportOperation.find().leastPermissions().get(0);

    private TokenIssuer() {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    public static TokenIssuer start() {
        return new TokenIssuer();
    }

    /** Returns the value of {@code iss}. */
    public String issuer() {
        return server.issuerUrl(ISSUER_ID).toString();
    }

    /** Returns the address of the key set. */
    public URI jwksUri() {
        return server.jwksUrl(ISSUER_ID).uri();
    }

    /** Returns a token of a user of the first tenant. */
    public String token() {
        return token(TENANTS.get(0), 1);
    }

    /** Returns this number of different tokens, of all tenants in turn, each with its own application and user. */
    public List<String> tokens(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> token(TENANTS.get(number % TENANTS.size()), number))
                .toList();
    }

    /** Returns a token of a user and an application with this number in a tenant. */
    public String token(String tenant, int number) {
        Map<String, Object> claims = Map.of(
                "tid",
                tenant,
                "oid",
                "20000000-0000-4000-8000-%012d".formatted(number),
                "azp",
                "30000000-0000-4000-8000-%012d".formatted(number),
                "idtyp",
                "user",
                "scp",
                permission);
        DefaultOAuth2TokenCallback content = new DefaultOAuth2TokenCallback(
                ISSUER_ID, "user-" + number, "JWT", List.of(AUDIENCE), claims, VALIDITY.toSeconds());
        // The application becomes the claim azp.
        return server.issueToken(ISSUER_ID, "30000000-0000-4000-8000-%012d".formatted(number), content)
                .serialize();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
