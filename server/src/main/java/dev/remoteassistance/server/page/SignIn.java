package dev.remoteassistance.server.page;

import java.net.URI;

/**
 * How the page gets an access token: OAuth 2, authorization code with PKCE.
 *
 * @param authority the issuer, below which it publishes {@code .well-known/openid-configuration}
 * @param clientId the page's id at the issuer, as a public client
 * @param scope the scopes to ask for, separated by blanks
 */
public record SignIn(URI authority, String clientId, String scope) {

    /** Returns scheme, host and port, to which the page may send requests. */
    String origin() {
        return authority.getScheme() + "://" + authority.getRawAuthority();
    }
}
