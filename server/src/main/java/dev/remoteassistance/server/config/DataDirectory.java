package dev.remoteassistance.server.config;

import dev.remoteassistance.server.store.StoreLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What the development server keeps in its folder. Key, token and reports are for the owner's eyes only.
 *
 * @param path the folder
 */
public record DataDirectory(Path path) {

    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** The signing key of the development issuer. */
    public Path signingKey() {
        return path.resolve("dev-key.json");
    }

    /** A token for the first steps. */
    public Path token() {
        return path.resolve("dev-token");
    }

    /** A body to post. */
    public Path example() {
        return path.resolve("example.json");
    }

    /** The store's file. */
    public Path reports() {
        return path.resolve("reports.db");
    }

    public String storeUrl() {
        return StoreLocation.SQLITE + reports();
    }

    /** Makes the folder, if there is none yet, for its owner alone. */
    public DataDirectory create() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, ownerOnly("rwx------"));
        }
        return this;
    }

    /** Writes a file that nobody but the owner can read, replacing an earlier one. */
    public void writeSecret(Path file, String content) throws IOException {
        Path temporary = Files.createTempFile(path, file.getFileName().toString(), ".tmp", ownerOnly("rw-------"));
        Files.writeString(temporary, content, StandardCharsets.UTF_8);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
