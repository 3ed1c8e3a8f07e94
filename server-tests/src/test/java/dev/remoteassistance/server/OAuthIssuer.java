package dev.remoteassistance.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/** An OAuth server, and the settings of a server that accepts its tokens. */
public final class OAuthIssuer implements AutoCloseable {

    public static final String AUDIENCE = "api://reports";

    /** The issuer's name at the OAuth server, the first segment of all its paths. */
    public static final String NAME = "entra";

    private final MockOAuth2Server oauth = new MockOAuth2Server();

    public OAuthIssuer() {
        oauth.start();
    }

    public MockOAuth2Server server() {
        return oauth;
    }

    public URI uri() {
        return oauth.issuerUrl(NAME).uri();
    }

    /** Returns the required settings and free ports, as variables, for a store in a folder. A test may change them. */
    public Map<String, String> settings(Path folder) {
        return new HashMap<>(Map.of(
                "REMOTE_ASSISTANCE_HTTP_HOST",
                "127.0.0.1",
                "REMOTE_ASSISTANCE_HTTP_PORT",
                "0",
                "REMOTE_ASSISTANCE_MANAGEMENT_PORT",
                "0",
                "REMOTE_ASSISTANCE_AUTH_ISSUERS",
                uri().toString(),
                "REMOTE_ASSISTANCE_AUTH_JWKS_URI",
                oauth.jwksUrl(NAME).toString(),
                "REMOTE_ASSISTANCE_AUTH_AUDIENCES",
                AUDIENCE,
                "REMOTE_ASSISTANCE_AUTH_ALLOWED_TENANTS",
                RunningServer.TENANT,
                "REMOTE_ASSISTANCE_STORE_URL",
                "jdbc:sqlite:" + folder.resolve("reports.db")));
    }

    /** Returns a new token of a user who may report. */
    public String token(String tenant, String audience) {
        return oauth.issueToken(
                        NAME, "subject", audience, Map.of("tid", tenant, "scp", RunningServer.firstPermission()))
                .serialize();
    }

    @Override
    public void close() {
        oauth.shutdown();
    }
}
