package dev.remoteassistance.server;

import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.IssuerTemplate;
import dev.remoteassistance.server.auth.RemoteKeys;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.config.ServerSettings;
import dev.remoteassistance.server.config.SettingsReader;
import dev.remoteassistance.server.config.ThrottleMode;
import dev.remoteassistance.server.config.TlsSettings;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.http.throttle.Throttle;
import dev.remoteassistance.server.store.RetentionSchedule;
import dev.remoteassistance.server.store.SqlReportStore;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the server for production. */
@Command(
        name = "serve",
        description = {
            "Runs the server with the settings of the environment and of a file.",
            "It does not start unless issuers, audiences, the key set, the allowed tenants and the store are set."
        })
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Override
    public Integer call() throws Exception {
        ServerSettings settings = new SettingsReader(System.getenv()).read(config.file());
        ServerLog log = ServerLog.configure(settings.log());
        SqlReportStore store = SqlReportStore.open(
                SettingsReader.storeLocation(settings.store()),
                SettingsReader.storeOptions(settings),
                ServerCommand.clock());
        settings.store().retention().ifPresent(age -> RetentionSchedule.start(store, age, ServerCommand.clock()));
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
                        ServerCommand.clock(),
                        settings.auth().tokenCacheSize()))
                .tenants(TenantPolicy.of(settings.auth().allowedTenants()))
                .store(store)
                .meters(log)
                .drainTime(settings.http().drainTime());
        ThrottleMode.limits(settings.throttle()).map(Throttle::new).ifPresent(parts::throttle);
        TlsSettings.files(settings.http().tls()).ifPresent(parts::tls);
        RemoteAssistanceServer server = parts.build();
        ServerProcess process = ServerProcess.start(server, log::close);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Listening on %s%n", server.baseUri());
        out.printf("Management on %s (/health/live, /health/ready, /metrics)%n", server.managementUri());
        out.flush();
        return process.join();
    }
}
