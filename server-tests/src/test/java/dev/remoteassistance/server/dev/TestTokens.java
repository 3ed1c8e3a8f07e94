package dev.remoteassistance.server.dev;

import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.auth.TestKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of the development issuer, each signed once: a signature takes longer than a request. */
public final class TestTokens {

    public static final DevIssuer ISSUER = DevIssuer.of(TestKey.DEV_ISSUER.rsa(), Clock.systemUTC());

    private static final Map<List<Object>, String> ISSUED = new ConcurrentHashMap<>();

    private TestTokens() {}

    /** Returns a token that is valid for as long as any test takes. */
    public static String token(CallerKind kind, String tenant, List<String> permissions) {
        return ISSUED.computeIfAbsent(
                List.of(kind, tenant, permissions), key -> ISSUER.issue(kind, tenant, permissions, Duration.ofDays(1)));
    }
}
