package dev.remoteassistance.server.command;

import dev.remoteassistance.server.ConfiguredServer;
import dev.remoteassistance.server.FailedException;
import dev.remoteassistance.server.dev.DataDirectory;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.sql.ReportArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Option for the store of a command that can run beside a server. */
final class ArchiveOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory of the development server. Default: the store that the settings name")
    private Path data;

    @Mixin
    private ConfigOption config;

    ReportArchive open() {
        return ReportArchive.open(location());
    }

    private StoreLocation location() {
        if (data == null) {
            return ConfiguredServer.readStoreLocation(System.getenv(), config.file());
        }
        DataDirectory directory = new DataDirectory(data);
        if (!Files.exists(directory.reports())) {
            throw new FailedException("There are no reports in %s.".formatted(directory.path()));
        }
        return StoreLocation.of(directory.storeUrl());
    }
}
