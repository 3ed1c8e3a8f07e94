package dev.remoteassistance.server.dev;

import dev.remoteassistance.server.auth.TestKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The development server's issuer with a key that it need not make. */
public final class TestDevIssuer {

    private TestDevIssuer() {}

    /** Returns the issuer, as a development server finds it in its data directory. */
    public static DevIssuer at(Clock clock) {
        try {
            Path folder = Files.createTempDirectory("dev-issuer-");
            DataDirectory directory = keyIn(folder);
            DevIssuer issuer = DevIssuer.load(directory, clock);
            Files.delete(directory.signingKey());
            Files.delete(folder);
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a data directory in which the key is there. */
    static DataDirectory keyIn(Path folder) throws IOException {
        DataDirectory directory = new DataDirectory(folder).create();
        directory.writeSecret(directory.signingKey(), TestKey.DEV_ISSUER.rsa().toJSONString());
        return directory;
    }
}
