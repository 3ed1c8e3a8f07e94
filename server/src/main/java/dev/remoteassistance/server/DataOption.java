package dev.remoteassistance.server;

import dev.remoteassistance.server.config.DataDirectory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder that the development commands share. */
final class DataOption {

    static final String DEFAULT = "remote-assistance-data";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DEFAULT,
            description = "Data directory of the development server. Default: ./" + DEFAULT)
    private Path path;

    /** Returns the folder, made if need be. */
    DataDirectory create() {
        if (path.toString().contains("?")) {
            throw new FailedException("%s cannot be a data directory: its name has a question mark".formatted(path));
        }
        try {
            return directory().create();
        } catch (IOException e) {
            throw new FailedException("%s cannot be made a data directory: %s"
                    .formatted(path, e instanceof FileAlreadyExistsException ? "it is a file" : e.getMessage()));
        }
    }

    DataDirectory directory() {
        return new DataDirectory(path);
    }
}
