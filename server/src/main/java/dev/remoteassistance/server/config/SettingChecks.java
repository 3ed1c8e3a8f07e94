package dev.remoteassistance.server.config;

import dev.remoteassistance.server.auth.IssuerTemplate;
import dev.remoteassistance.server.store.StoreLocation;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What settings must be beyond their types. Each check complains by an IllegalArgumentException. */
final class SettingChecks {

    private static final Set<String> LOOPBACK = Set.of(Endpoint.LOOPBACK, "localhost", "[::1]");

    /** Whoever sets more has mistyped: nobody waits so long for a process to end. */
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(10);

    private SettingChecks() {}

    /** Returns the checks by the settings that they are about, without the prefix. */
    static Map<String, Runnable> of(ServerSettings settings) {
        Map<String, Runnable> checks = new HashMap<>(ThrottleMode.checks(settings.throttle()));
        checks.put("auth.jwks-uri", () -> requireSafe(settings.auth().jwksUri()));
        checks.put("auth.issuers", () -> settings.auth().issuers().forEach(IssuerTemplate::new));
        checks.put("auth.audiences", () -> requireText(settings.auth().audiences()));
        checks.put("auth.allowed-tenants", () -> requireText(settings.auth().allowedTenants()));
        checks.put("auth.token-cache-size", () -> requireCount(settings.auth().tokenCacheSize()));
        checks.put("http.drain-time", () -> requireShort(settings.http().drainTime()));
        checks.put(
                "http.tls.certificate",
                () -> TlsSettings.requireCertificate(settings.http().tls()));
        checks.put(
                "http.tls.private-key",
                () -> TlsSettings.requirePrivateKey(settings.http().tls()));
        checks.put("http.port", () -> Endpoint.onLoopback(settings.http().port()));
        checks.put(
                "management.port",
                () -> Endpoint.onLoopback(settings.management().port()));
        checks.put("store.url", () -> StoreLocation.of(settings.store().url()));
        checks.put("store.queue-capacity", () -> SettingsReader.storeOptions(settings));
        checks.put("store.retention", () -> settings.store().retention().ifPresent(SettingChecks::requirePositive));
        return checks;
    }

    private static void requireSafe(URI jwks) {
        boolean plainOnLoopback =
                "http".equals(jwks.getScheme()) && jwks.getHost() != null && LOOPBACK.contains(jwks.getHost());
        boolean secure = "https".equals(jwks.getScheme()) && jwks.getHost() != null;
        if (!secure && !plainOnLoopback) {
            throw new IllegalArgumentException("must be https with a host (or http on loopback)");
        }
    }

    private static void requireText(Set<String> values) {
        if (values.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("must not hold blank entries");
        }
    }

    private static void requireShort(Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST_DRAIN) > 0) {
            throw new IllegalArgumentException("must be PT0S to %s, not %s".formatted(LONGEST_DRAIN, time));
        }
    }

    private static void requirePositive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("must be longer than nothing");
        }
    }

    private static void requireCount(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("must not be negative");
        }
    }
}
