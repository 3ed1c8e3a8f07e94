package dev.remoteassistance.server;

import static dev.remoteassistance.server.config.Conversion.oneOf;
import static dev.remoteassistance.server.config.Conversion.wholeNumberBetween;

import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.auth.issuer.RemoteKeys;
import dev.remoteassistance.server.config.Conversion;
import dev.remoteassistance.server.config.LogFormat;
import dev.remoteassistance.server.config.Setting;
import dev.remoteassistance.server.config.SettingValues;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.page.Pages;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.throttle.Throttle;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads an operator's settings and makes the parts of the server from them. */
public final class ConfiguredServer {

    private static final Duration MIN_RETENTION = Duration.ofSeconds(1);
    /** A hundred years. A longer value is a typing error. */
    private static final Duration MAX_RETENTION = Duration.ofDays(36_525);

    private final SettingValues settings;
    private final ListenerSettings listeners;
    private final AuthSettings auth;
    private final PageSettings page;
    private final ThrottleSettings throttle;

    private ConfiguredServer(SettingValues settings) {
        this.settings = settings;
        this.listeners = new ListenerSettings(settings);
        this.auth = new AuthSettings(settings);
        this.page = new PageSettings(settings);
        this.throttle = new ThrottleSettings(settings);
    }

    /**
     * Reads all settings.
     *
     * @param environment the variables of the process
     * @param file a properties file, if there is one
     * @throws dev.remoteassistance.server.config.SettingsException that names every missing, unknown or unusable
     *     setting
     */
    public static ConfiguredServer read(Map<String, String> environment, Optional<Path> file) {
        ConfiguredServer server = new ConfiguredServer(SettingValues.read(environment, file));
        SettingValues.requireUsable(
                server.listeners::api,
                server.listeners::management,
                server.listeners::drainTime,
                server.listeners::tls,
                server.auth::issuers,
                server.auth::audiences,
                server.auth::jwksUri,
                server.auth::allowedTenants,
                server.auth::cachedTokens,
                server.page::authority,
                server.page::clientId,
                server.page::scope,
                server::storeLocation,
                server::storeOptions,
                server.throttle::mode,
                server.throttle::tenantRequests,
                server.throttle::appRequests,
                server.throttle::window,
                server::logFormat,
                server::logsRequests);
        return server;
    }

    /**
     * Reads only the store's location, for commands that need nothing else. Parameters and errors as for {@link #read}.
     */
    public static StoreLocation readStoreLocation(Map<String, String> environment, Optional<Path> file) {
        return new ConfiguredServer(SettingValues.read(environment, file)).storeLocation();
    }

    /** Returns a builder with every part that the settings describe, except the store. */
    public ServerBuilder builder(Clock clock) {
        Contract contract = Contract.load();
        RemoteKeys keys = RemoteKeys.at(auth.jwksUri());
        ServerBuilder parts = RemoteAssistanceServer.of(
                        contract,
                        new AccessTokenVerifier(keys, auth.issuers(), auth.audiences(), clock, auth.cachedTokens()),
                        TenantPolicy.of(auth.allowedTenants()))
                .api(listeners.api())
                .management(listeners.management())
                .closes(keys)
                .clock(clock)
                .drainTime(listeners.drainTime());
        throttle.limits().map(Throttle::new).ifPresent(parts::throttle);
        listeners.tls().ifPresent(parts::tls);
        page.signIn().ifPresent(signIn -> parts.pages(Pages.sessions(contract, Optional.of(signIn))));
        return parts;
    }

    public StoreLocation storeLocation() {
        Optional<String> user = settings.find(Setting.STORE_USER, text -> text);
        Optional<String> password = settings.find(Setting.STORE_PASSWORD, text -> text);
        return settings.get(Setting.STORE_URL, url -> new StoreLocation(url, user, password));
    }

    public StoreOptions storeOptions() {
        return new StoreOptions(
                settings.get(Setting.STORE_QUEUE_CAPACITY, wholeNumberBetween(1, Integer.MAX_VALUE)),
                settings.get(Setting.STORE_MIGRATION, oneOf(StoreOptions.Migration.class)),
                settings.find(Setting.STORE_RETENTION, Conversion.durationBetween(MIN_RETENTION, MAX_RETENTION)));
    }

    public LogFormat logFormat() {
        return settings.get(Setting.LOG_FORMAT, oneOf(LogFormat.class));
    }

    /** Returns whether each request gets a line in the log. */
    public boolean logsRequests() {
        return settings.get(Setting.LOG_ACCESS, Conversion::trueOrFalse);
    }

    ListenerSettings listeners() {
        return listeners;
    }

    AuthSettings auth() {
        return auth;
    }
}
