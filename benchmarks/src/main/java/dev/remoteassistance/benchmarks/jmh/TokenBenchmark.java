package dev.remoteassistance.benchmarks.jmh;

import dev.remoteassistance.benchmarks.testbed.TokenIssuer;
import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.issuer.IssuerTemplate;
import dev.remoteassistance.server.auth.issuer.RemoteKeys;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Measures the verification of a hundred tokens of an OAuth server, in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenBenchmark {

    private static final int TOKENS = 100;

    /** How many verified tokens are cached: none, or as many as the server caches by default. */
    @Param({"0", "" + AccessTokenVerifier.CACHED_TOKENS})
    public int cachedTokens;

    private TokenIssuer issuer;
    private AccessTokenVerifier verifier;
    private List<String> tokens;
    private int next;

    @Setup
    public void startIssuer() {
        issuer = TokenIssuer.start();
        verifier = new AccessTokenVerifier(
                RemoteKeys.at(issuer.jwksUri()),
                List.of(new IssuerTemplate(issuer.issuer())),
                Set.of(TokenIssuer.AUDIENCE),
                Clock.systemUTC(),
                cachedTokens);
        tokens = issuer.tokens(TOKENS);
    }

    @TearDown
    public void stopIssuer() {
        issuer.close();
    }

    @Benchmark
    public Caller verify() throws Exception {
        next = (next + 1) % TOKENS;
        return verifier.verify(tokens.get(next));
    }
}
