package dev.remoteassistance.server.dev;

import com.nimbusds.jose.jwk.RSAKey;
import dev.remoteassistance.server.FailedException;
import dev.remoteassistance.server.store.StoreLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Clock;

/**
 * The data directory of the development server. Only its owner can read the key, the token and the reports.
 *
 * @param path the folder
 */
public record DataDirectory(Path path) {

    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** Returns the file of the development issuer's signing key. */
    Path signingKey() {
        return path.resolve("dev-key.json");
    }

    /** Returns the file of a token for the first steps. */
    Path token() {
        return path.resolve("dev-token");
    }

    /** Returns the file of an example body to post. */
    Path example() {
        return path.resolve("example.json");
    }

    /** Returns the file of the store. */
    public Path reports() {
        return path.resolve("reports.db");
    }

    public String storeUrl() {
        return StoreLocation.SQLITE + reports();
    }

    /** Creates the folder if it does not exist, with access for its owner only. */
    DataDirectory create() {
        if (path.toString().contains("?")) {
            throw new FailedException("%s cannot be a data directory: its name has a question mark".formatted(path));
        }
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, ownerOnly("rwx------"));
            }
            return this;
        } catch (IOException e) {
            throw new FailedException("%s cannot be made a data directory: %s"
                    .formatted(path, e instanceof FileAlreadyExistsException ? "it is a file" : e.getMessage()));
        }
    }

    /** Writes a file that only its owner can read. Replaces an existing one. */
    void writeSecret(Path file, String content) throws IOException {
        Path temporary = Files.createTempFile(path, file.getFileName().toString(), ".tmp", ownerOnly("rw-------"));
        Files.writeString(temporary, content, StandardCharsets.UTF_8);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns the issuer with the signing key. Creates the key if there is none yet. */
    DevIssuer issuerOrNew(Clock clock) throws IOException {
        if (!Files.exists(signingKey())) {
            writeSecret(signingKey(), DevIssuer.newKey().toJSONString());
        }
        return issuer(clock);
    }

    /** Returns the issuer with the signing key, which must exist. */
    DevIssuer issuer(Clock clock) throws IOException {
        if (!Files.exists(signingKey())) {
            throw new FailedException(
                    "There is no signing key in %s. The command dev makes one when it first runs there."
                            .formatted(path));
        }
        try {
            RSAKey key = RSAKey.parse(Files.readString(signingKey()));
            if (key.isPrivate()) {
                return DevIssuer.of(key, clock);
            }
        } catch (ParseException | IllegalArgumentException e) {
            // The message below fits this case as well.
        }
        throw new FailedException("%s is no signing key. Delete it, and dev makes a new one.".formatted(signingKey()));
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
