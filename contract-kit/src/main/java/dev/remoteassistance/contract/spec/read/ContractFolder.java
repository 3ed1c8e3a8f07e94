package dev.remoteassistance.contract.spec.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the files of a contract from a folder, or from the same folder in a commit of a repository. */
record ContractFolder(Path path) {

    /**
     * The content of a file; a symbolic link may not lead out of the folder.
     *
     * @param name relative to the folder, by slashes
     * @throws IOException if there is no such file, or it cannot be read
     */
    byte[] read(String name) throws IOException {
        Path file = path.resolve(name);
        if (!file.toRealPath().startsWith(path.toRealPath())) {
            throw new IOException(name + " leads out of the folder");
        }
        return Files.readAllBytes(file);
    }
}
