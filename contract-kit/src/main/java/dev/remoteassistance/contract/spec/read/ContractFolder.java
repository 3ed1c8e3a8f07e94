package dev.remoteassistance.contract.spec.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a contract's files are: a folder, or the same folder in a commit of a repository. */
@FunctionalInterface
public interface ContractFolder {

    /**
     * The content of a file.
     *
     * @param name relative to the folder, by slashes, never leading out of it
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
