package dev.remoteassistance.server;

import dev.remoteassistance.server.config.ServerSettings;
import dev.remoteassistance.server.config.SettingsReader;
import dev.remoteassistance.server.store.sql.SqlReportStore;
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
        RemoteAssistanceServer server = ConfiguredServer.builder(settings, ServerCommand.clock())
                .store(store)
                .meters(log)
                .build();
        ServerProcess process = ServerProcess.start(server, log::close);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Listening on %s%n", server.baseUri());
        out.printf("Management on %s (/health/live, /health/ready, /metrics)%n", server.managementUri());
        out.flush();
        return process.join();
    }
}
