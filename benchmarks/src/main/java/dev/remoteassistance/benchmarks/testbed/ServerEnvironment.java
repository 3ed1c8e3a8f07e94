package dev.remoteassistance.benchmarks.testbed;

import java.nio.file.Path;
import java.util.Map;

/** The settings of our server for a benchmark, as environment variables. */
public final class ServerEnvironment {

    private ServerEnvironment() {}

    /** Returns the settings for free ports on loopback, an issuer and a store. */
    public static Map<String, String> of(TokenIssuer issuer, String storeUrl) {
        return Map.of(
                "REMOTE_ASSISTANCE_HTTP_HOST",
                "127.0.0.1",
                "REMOTE_ASSISTANCE_HTTP_PORT",
                "0",
                "REMOTE_ASSISTANCE_MANAGEMENT_PORT",
                "0",
                "REMOTE_ASSISTANCE_AUTH_ISSUERS",
                issuer.issuer(),
                "REMOTE_ASSISTANCE_AUTH_AUDIENCES",
                TokenIssuer.AUDIENCE,
                "REMOTE_ASSISTANCE_AUTH_JWKS_URI",
                issuer.jwksUri().toString(),
                "REMOTE_ASSISTANCE_AUTH_ALLOWED_TENANTS",
                String.join(",", TokenIssuer.TENANTS),
                "REMOTE_ASSISTANCE_STORE_URL",
                storeUrl);
    }

    /** Returns the JDBC URL of a SQLite file. */
    public static String sqliteUrl(Path file) {
        return "jdbc:sqlite:" + file;
    }
}
