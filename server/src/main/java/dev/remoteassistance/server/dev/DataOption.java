package dev.remoteassistance.server.dev;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Option for the data directory that the development commands share. */
final class DataOption {

    private static final String DEFAULT = "remote-assistance-data";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DEFAULT,
            description = "Data directory of the development server. Default: ./" + DEFAULT)
    private Path path;

    DataDirectory directory() {
        return new DataDirectory(path);
    }
}
