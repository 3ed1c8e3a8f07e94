package dev.remoteassistance.server;

import static dev.remoteassistance.server.config.Conversion.list;

import dev.remoteassistance.server.auth.issuer.IssuerTemplate;
import dev.remoteassistance.server.auth.issuer.JwksClient;
import dev.remoteassistance.server.config.Conversion;
import dev.remoteassistance.server.config.Setting;
import dev.remoteassistance.server.config.SettingValues;
import java.net.URI;
import java.util.Set;

/** Reads which tokens and tenants are accepted. */
record AuthSettings(SettingValues settings) {

    Set<IssuerTemplate> issuers() {
        return settings.get(Setting.AUTH_ISSUERS, list(IssuerTemplate::new));
    }

    Set<String> audiences() {
        return settings.get(Setting.AUTH_AUDIENCES, list(text -> text));
    }

    Set<String> allowedTenants() {
        return settings.get(Setting.AUTH_ALLOWED_TENANTS, list(text -> text));
    }

    URI jwksUri() {
        return settings.get(Setting.AUTH_JWKS_URI, JwksClient::safeAddress);
    }

    int cachedTokens() {
        return settings.get(Setting.AUTH_TOKEN_CACHE_SIZE, Conversion.wholeNumberBetween(0, Integer.MAX_VALUE));
    }
}
