package dev.remoteassistance.server.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Option for the settings file of the production commands. */
final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file with settings; the environment overrides it.")
    private Optional<Path> file = Optional.empty();

    Optional<Path> file() {
        return file;
    }
}
