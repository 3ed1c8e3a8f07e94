package dev.remoteassistance.server;

import dev.remoteassistance.server.auth.DevIssuer;
import dev.remoteassistance.server.config.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;

/** The development issuer's key in the data directory. */
final class DevKey {

    private DevKey() {}

    static DevIssuer loadOrCreate(DataDirectory directory) throws IOException {
        if (Files.exists(directory.signingKey())) {
            return load(directory);
        }
        DevIssuer issuer = DevIssuer.create(ServerCommand.clock());
        directory.writeSecret(directory.signingKey(), issuer.toJson());
        return issuer;
    }

    static DevIssuer load(DataDirectory directory) throws IOException {
        if (!Files.exists(directory.signingKey())) {
            throw new FailedException(
                    "There is no signing key in %s. The command dev makes one, when it first runs there."
                            .formatted(directory.path()));
        }
        try {
            return DevIssuer.fromJson(Files.readString(directory.signingKey()), ServerCommand.clock());
        } catch (ParseException | IllegalArgumentException e) {
            throw new FailedException(
                    "%s is no signing key. Delete it, and dev makes a new one.".formatted(directory.signingKey()));
        }
    }
}
