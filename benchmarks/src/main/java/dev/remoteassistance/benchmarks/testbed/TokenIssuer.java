package dev.remoteassistance.benchmarks.testbed;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.dev.DevIssuer;
import dev.remoteassistance.server.dev.KeySetServer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** An issuer that publishes its key on loopback. Our server and its peers accept its tokens. */
public final class TokenIssuer implements AutoCloseable {

    public static final String AUDIENCE = "api://benchmarks";

    /** The tenants of the tokens, which the servers serve. */
    public static final List<String> TENANTS = IntStream.rangeClosed(1, 20)
            .mapToObj("10000000-0000-4000-8000-%012d"::formatted)
            .toList();

    /** The same for all tenants, since the peers know no other kind. */
    private static final String ISSUER = "https://benchmarks.invalid/";
    /** Longer than any run, because expiry is not measured. */
    private static final Duration VALIDITY = Duration.ofDays(1);

    /** All issuers of a program have one key, which takes seconds to make. */
    private static final DevIssuer SIGNER = DevIssuer.create(Clock.systemUTC());

    private final List<String> permissions = ReportOperation.find().leastPermissions();
    private final KeySetServer keys;

    private TokenIssuer() throws IOException {
        keys = KeySetServer.start(Endpoint.onLoopback(0), SIGNER);
    }

    public static TokenIssuer start() {
        try {
            return new TokenIssuer();
        } catch (IOException e) {
            throw new BenchmarkException("the issuer's key cannot be published: " + e.getMessage(), e);
        }
    }

    /** Returns the value of {@code iss}. */
    public String issuer() {
        return ISSUER;
    }

    /** Returns the URL of the key set. */
    public URI jwksUri() {
        return keys.uri();
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
        JWTClaimsSet.Builder claims = SIGNER.claims(CallerKind.USER, tenant, permissions.subList(0, 1), VALIDITY)
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("user-" + number)
                .claim("oid", "20000000-0000-4000-8000-%012d".formatted(number))
                .claim("azp", "30000000-0000-4000-8000-%012d".formatted(number));
        return SIGNER.sign(claims.build());
    }

    @Override
    public void close() {
        keys.close();
    }
}
