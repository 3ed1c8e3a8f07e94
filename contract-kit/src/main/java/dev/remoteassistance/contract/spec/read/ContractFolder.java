package dev.remoteassistance.contract.spec.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the files of a contract from a folder, or from the same folder in a commit of a repository. */
@FunctionalInterface
public interface ContractFolder {

    /**
     * Returns the content of a file.
     *
     * @param name path relative to the folder, separated by slashes, never out of it
     * @throws IOException if there is no such file, or it cannot be read
     */
    byte[] read(String name) throws IOException;

    /** A folder of a file system; a symbolic link may not lead out of it. */
    static ContractFolder of(Path folder) {
        return name -> {
            Path file = folder.resolve(name);
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw new IOException(name + " leads out of the folder");
            }
            return Files.readAllBytes(file);
        };
    }
}
