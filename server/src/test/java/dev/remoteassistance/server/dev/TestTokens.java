package dev.remoteassistance.server.dev;

import dev.remoteassistance.server.auth.CallerKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of an issuer, each signed once: a signature takes longer than a request. */
public final class TestTokens {

    private final Map<List<Object>, String> issued = new ConcurrentHashMap<>();
    private final DevIssuer issuer;

    public TestTokens(DevIssuer issuer) {
        this.issuer = issuer;
    }

    /** Returns a token that is valid for as long as any test takes. */
    public String token(CallerKind kind, String tenant, List<String> permissions) {
        return issued.computeIfAbsent(
                List.of(kind, tenant, permissions), key -> issuer.issue(kind, tenant, permissions, Duration.ofDays(1)));
    }
}
