package dev.remoteassistance.server.dev;

import com.nimbusds.jose.jwk.RSAKey;
import dev.remoteassistance.server.FailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Clock;

/** The signing key of a data directory. */
final class KeyFile {

    private KeyFile() {}

    /** Returns the issuer with the key of a data directory. Creates the key if there is none yet. */
    static DevIssuer issuerOrNew(DataDirectory directory, Clock clock) throws IOException {
        if (!Files.exists(directory.signingKey())) {
            directory.writeSecret(directory.signingKey(), DevIssuer.newKey().toJSONString());
        }
        return issuer(directory, clock);
    }

    /** Returns the issuer with the key of a data directory, which must exist. */
    static DevIssuer issuer(DataDirectory directory, Clock clock) throws IOException {
        if (!Files.exists(directory.signingKey())) {
            throw new FailedException(
                    "There is no signing key in %s. The command dev makes one when it first runs there."
                            .formatted(directory.path()));
        }
        try {
            RSAKey key = RSAKey.parse(Files.readString(directory.signingKey()));
            if (key.isPrivate()) {
                return DevIssuer.of(key, clock);
            }
        } catch (ParseException | IllegalArgumentException e) {
            // The message below fits this case as well.
        }
        throw new FailedException(
                "%s is no signing key. Delete it, and dev makes a new one.".formatted(directory.signingKey()));
    }
}
