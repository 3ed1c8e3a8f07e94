package dev.remoteassistance.server.command;

import dev.remoteassistance.server.ConfiguredServer;
import dev.remoteassistance.server.store.sql.ReportArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings the schema of the configured store up to date, for servers that must not do it themselves. */
@Command(
        name = "migrate",
        description = {
            "Makes the tables of the store that the settings name, or brings them up to date.",
            "Only one process does so at a time; a schema that is newer than this program is left alone."
        })
final class MigrateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Override
    public void run() {
        int steps = ReportArchive.migrate(ConfiguredServer.readStoreLocation(System.getenv(), config.file()));
        spec.commandLine()
                .getErr()
                .println(
                        steps == 0
                                ? "The schema is up to date."
                                : "The schema is up to date now; steps taken: %d".formatted(steps));
    }
}
