package dev.remoteassistance.server.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * What the development server keeps in its folder. Key, token and reports are for the owner's eyes only.
 *
 * @param path the folder
 */
public record DataDirectory(Path path) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

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
        return "jdbc:sqlite:" + reports();
    }

    /** Writes a file that nobody but the owner can read, replacing an earlier one. */
    public void writeSecret(Path file, String content) throws IOException {
        Files.createDirectories(path);
        Path temporary = Files.createTempFile(path, file.getFileName().toString(), ".tmp", ownerOnly());
        Files.writeString(temporary, content, StandardCharsets.UTF_8);
        Files.move(temporary, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private FileAttribute<?>[] ownerOnly() {
        try {
            return Files.getFileStore(path).supportsFileAttributeView("posix")
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                    : new FileAttribute<?>[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
