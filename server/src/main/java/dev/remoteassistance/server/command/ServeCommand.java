package dev.remoteassistance.server.command;

import dev.remoteassistance.server.ConfiguredServer;
import dev.remoteassistance.server.ServerBuilder;
import dev.remoteassistance.server.ServerProcess;
import dev.remoteassistance.server.log.ServerLog;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import dev.remoteassistance.server.telemetry.Telemetry;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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
        ConfiguredServer configured = ConfiguredServer.read(System.getenv(), config.file());
        Optional<Telemetry> telemetry = Telemetry.of(System.getenv());
        ServerLog log = ServerLog.configure(configured.logFormat(), configured.logsRequests());
        Clock clock = Clock.systemUTC();
        SqlReportStore store = SqlReportStore.open(configured.storeLocation(), configured.storeOptions(), clock);
        ServerBuilder parts = configured.builder(clock).store(store).meters(log);
        telemetry.ifPresent(parts::telemetry);
        ServerProcess.run(parts.build(), spec.commandLine().getOut(), out -> {}, log::close);
        return ExitCode.OK;
    }
}
