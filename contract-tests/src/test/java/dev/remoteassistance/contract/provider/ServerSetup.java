package dev.remoteassistance.contract.provider;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.remoteassistance.server.RemoteAssistanceServer;
import dev.remoteassistance.server.ServerBuilder;
import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.InvalidTokenException;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.auth.issuer.KeysUnavailableException;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.dev.DevIssuer;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.throttle.Throttle;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts of a server in the tests, so that a test can replace one by a wrong one. */
public record ServerSetup(
        JWKSource<SecurityContext> keys,
        List<String> audiences,
        Clock clock,
        TenantPolicy tenants,
        Optional<Throttle> throttle) {

    private static final Contract CONTRACT = Contract.load();

    /** Returns a correct server for these tenants and the tokens of one issuer; it throttles nobody. */
    static ServerSetup of(DevIssuer issuer, Set<String> tenants) {
        return new ServerSetup(
                new ImmutableJWKSet<>(issuer.keySet()),
                List.of(DevIssuer.AUDIENCE),
                Clock.systemUTC(),
                TenantPolicy.of(tenants),
                Optional.empty());
    }

    public ServerSetup withKeys(JWKSource<SecurityContext> others) {
        return new ServerSetup(others, audiences, clock, tenants, throttle);
    }

    public ServerSetup withAudiences(String... others) {
        return new ServerSetup(keys, List.of(others), clock, tenants, throttle);
    }

    public ServerSetup withClock(Clock other) {
        return new ServerSetup(keys, audiences, other, tenants, throttle);
    }

    public ServerSetup withTenants(TenantPolicy others) {
        return new ServerSetup(keys, audiences, clock, others, throttle);
    }

    public ServerSetup withThrottle(Throttle shares) {
        return new ServerSetup(keys, audiences, clock, tenants, Optional.of(shares));
    }

    public ServerSetup withoutThrottle() {
        return new ServerSetup(keys, audiences, clock, tenants, Optional.empty());
    }

    /** Returns how a server of these parts judges the sender of a request, so that two of them can be compared. */
    Object judgement(Optional<String> token) {
        try {
            Caller caller = verifier().verify(token.orElse(""));
            return List.of(caller, tenants.refusal(caller.tenantId()));
        } catch (InvalidTokenException | KeysUnavailableException refusal) {
            return refusal.toString();
        }
    }

    private AccessTokenVerifier verifier() {
        return new AccessTokenVerifier(
                keys, List.of(DevIssuer.ISSUER), audiences, clock, AccessTokenVerifier.CACHED_TOKENS);
    }

    /** Starts the real server on free ports; it closes the store in the end. */
    RemoteAssistanceServer start(ReportStore store) throws IOException {
        ServerBuilder parts =
                RemoteAssistanceServer.of(CONTRACT, verifier(), tenants).store(store);
        throttle.ifPresent(parts::throttle);
        RemoteAssistanceServer server = parts.build();
        server.start();
        return server;
    }
}
