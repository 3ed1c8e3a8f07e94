package dev.remoteassistance.server;

import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.IssuerTemplate;
import dev.remoteassistance.server.auth.RemoteKeys;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.config.ServerSettings;
import dev.remoteassistance.server.config.ThrottleMode;
import dev.remoteassistance.server.config.TlsSettings;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.throttle.Throttle;
import java.time.Clock;

/** The server as its settings say. */
public final class ConfiguredServer {

    private ConfiguredServer() {}

    /**
     * Returns the parts that the settings describe, all but the store.
     *
     * @param clock tells the time that tokens are judged by
     */
    public static ServerBuilder builder(ServerSettings settings, Clock clock) {
        ServerBuilder parts = RemoteAssistanceServer.of(Contract.load())
                .api(new Endpoint(settings.http().host(), settings.http().port()))
                .management(new Endpoint(
                        settings.management().host(), settings.management().port()))
                .verifier(new AccessTokenVerifier(
                        RemoteKeys.at(settings.auth().jwksUri()),
                        settings.auth().issuers().stream()
                                .map(IssuerTemplate::new)
                                .toList(),
                        settings.auth().audiences(),
                        clock,
                        settings.auth().tokenCacheSize()))
                .tenants(TenantPolicy.of(settings.auth().allowedTenants()))
                .drainTime(settings.http().drainTime());
        ThrottleMode.limits(settings.throttle()).map(Throttle::new).ifPresent(parts::throttle);
        TlsSettings.files(settings.http().tls()).ifPresent(parts::tls);
        return parts;
    }
}
