package dev.remoteassistance.benchmarks.subject;

import dev.remoteassistance.server.RemoteAssistanceServer;
import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.IssuerTemplate;
import dev.remoteassistance.server.auth.RemoteKeys;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.config.ServerSettings;
import dev.remoteassistance.server.config.SettingsReader;
import dev.remoteassistance.server.contract.Contract;
import java.time.Clock;
import java.util.Optional;

/** Our server with a store that does nothing; all else is as in {@code serve}, settings included, but no log of requests. */
public final class NoStoreServer {

    private NoStoreServer() {}

    public static void main(String[] arguments) throws Exception {
        ServerSettings settings = new SettingsReader(System.getenv()).read(Optional.empty());
        RemoteAssistanceServer server = RemoteAssistanceServer.of(Contract.load())
                .api(new Endpoint(settings.http().host(), settings.http().port()))
                .management(new Endpoint(
                        settings.management().host(), settings.management().port()))
                .verifier(new AccessTokenVerifier(
                        RemoteKeys.at(settings.auth().jwksUri()),
                        settings.auth().issuers().stream()
                                .map(IssuerTemplate::new)
                                .toList(),
                        settings.auth().audiences(),
                        Clock.systemUTC(),
                        settings.auth().tokenCacheSize()))
                .tenants(TenantPolicy.of(settings.auth().allowedTenants()))
                .store(new IdleStore())
                .build();
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        System.out.printf("Listening on %s%n", server.baseUri());
        System.out.printf("Management on %s%n", server.managementUri());
        server.join();
    }
}
