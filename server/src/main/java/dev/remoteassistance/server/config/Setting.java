package dev.remoteassistance.server.config;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All settings that an operator can set. A setting without a default is required: without a value, the server would be
 * open to strangers, or write to a store that nobody chose.
 */
public enum Setting {
    /** Host name or address that the API listens on. */
    HTTP_HOST("http.host", "0.0.0.0"),
    /** Port of the API; 0 picks a free one. */
    HTTP_PORT("http.port", "8080"),
    /**
     * How long the API keeps answering after it has reported itself as not ready. Five seconds let a load balancer see
     * that, and leave enough of the half minute that Kubernetes gives a process to end.
     */
    HTTP_DRAIN_TIME("http.drain-time", "PT5S"),
    /** PEM file of the API's certificate, followed by those of its issuers. */
    HTTP_TLS_CERTIFICATE("http.tls.certificate", ""),
    /** PEM file of the certificate's key, in PKCS#8. */
    HTTP_TLS_PRIVATE_KEY("http.tls.private-key", ""),
    /** Host name or address that health and metrics listen on. They need no token. */
    MANAGEMENT_HOST("management.host", "127.0.0.1"),
    /** Port of health and metrics; 0 picks a free one. */
    MANAGEMENT_PORT("management.port", "8081"),
    /** Accepted {@code iss} values, separated by commas; {@code {tenantid}} stands for the token's tenant. */
    AUTH_ISSUERS("auth.issuers", null),
    /** Accepted {@code aud} values, separated by commas. */
    AUTH_AUDIENCES("auth.audiences", null),
    /** URL of the issuer's key set: https, or http on loopback. */
    AUTH_JWKS_URI("auth.jwks-uri", null),
    /** Tenants that are served, separated by commas; all others are refused. */
    AUTH_ALLOWED_TENANTS("auth.allowed-tenants", null),
    /** How many verified tokens are cached, so that they need not be verified again; 0 caches none. */
    AUTH_TOKEN_CACHE_SIZE("auth.token-cache-size", "10000"),
    /** Whether the API's port has the page {@code /sessions}, which needs the three settings below. */
    PAGE("page", "false"),
    /** Issuer at which the page's users sign in: https, or http on loopback. */
    PAGE_AUTHORITY("page.authority", ""),
    /** The page's id at that issuer. */
    PAGE_CLIENT_ID("page.client-id", ""),
    /** Scopes to ask that issuer for, separated by blanks. */
    PAGE_SCOPE("page.scope", ""),
    /** JDBC URL of the store: {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE}. */
    STORE_URL("store.url", null),
    /** Database role; if empty, the URL's. */
    STORE_USER("store.user", ""),
    /** The role's password; if empty, the URL's. */
    STORE_PASSWORD("store.password", ""),
    /** Whether a server updates the schema when it starts, or only the command migrate does. */
    STORE_MIGRATION("store.migration", "at-start"),
    /** How many reports may wait for a transaction. */
    STORE_QUEUE_CAPACITY("store.queue-capacity", "10000"),
    /** Age at which reports are deleted; if empty, they are kept for ever. */
    STORE_RETENTION("store.retention", ""),
    /** Limits that apply: {@code off}, {@code graph}, or {@code custom}, which needs the three settings below. */
    THROTTLE_MODE("throttle.mode", "off"),
    /** Requests of a tenant in each window. */
    THROTTLE_TENANT_REQUESTS("throttle.tenant-requests", ""),
    /** Requests of an app within a tenant in each window. */
    THROTTLE_APP_REQUESTS("throttle.app-requests", ""),
    /** How long a window lasts. */
    THROTTLE_WINDOW("throttle.window", ""),
    /** Format of the log: {@code text} or {@code json}. */
    LOG_FORMAT("log.format", "text"),
    /** Whether each request gets a line in the log. */
    LOG_ACCESS("log.access", "true");

    private static final String PREFIX = "remote-assistance.";

    static final String VARIABLE_PREFIX = variable(PREFIX);

    private final String property;
    private final Optional<String> byDefault;

    Setting(String name, String byDefault) {
        this.property = PREFIX + name;
        this.byDefault = Optional.ofNullable(byDefault);
    }

    /** Returns the name in a properties file. */
    public String property() {
        return property;
    }

    /** Returns the name in the environment. */
    public String variable() {
        return variable(property);
    }

    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** Returns the default as an operator would write it: "" if the setting is optional; empty if it is required. */
    public Optional<String> byDefault() {
        return byDefault;
    }

    /**
     * Returns the exception that refuses the value of this setting.
     *
     * @param rule what the value must be; it completes a sentence about the setting: "must be positive"
     */
    public SettingsException refusal(String rule) {
        return new SettingsException("%s (environment: %s) %s".formatted(property, variable(), rule));
    }

    /** Returns the supplier's value. Turns its IllegalArgumentException into an exception that names this setting. */
    public <T> T accept(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw refusal(e.getMessage());
        }
    }
}
