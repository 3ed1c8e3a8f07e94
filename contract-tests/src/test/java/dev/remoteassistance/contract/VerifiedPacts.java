package dev.remoteassistance.contract;

import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.PactFolder;
import dev.remoteassistance.contract.pact.ProviderVerification;
import dev.remoteassistance.contract.pact.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pacts of all consumers, and what became of each interaction when it was replayed against the real server. */
final class VerifiedPacts {

    static final Path CONTRACT = Path.of(System.getProperty("contract.file"));
    static final CrossCheck CROSS_CHECK = new CrossCheck(CONTRACT);
    static final List<ConsumerInteraction> INTERACTIONS = PactFolder.read(Path.of(System.getProperty("pact.rootDir")));

    private static List<Verification> verifications;

    private VerifiedPacts() {}

    /** Replayed once for all tests that ask. */
    static synchronized List<Verification> verifications() {
        if (verifications == null) {
            verifications = verify(ServerFault.NONE, INTERACTIONS);
        }
        return verifications;
    }

    /** Replays interactions against a variant of the server. */
    static List<Verification> verify(ServerFault fault, List<ConsumerInteraction> interactions) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "server-under-test");
            try (ServerUnderTest server = ServerUnderTest.start(folder, fault)) {
                ProviderVerification verification = new ProviderVerification(CROSS_CHECK, server);
                List<Verification> results = new ArrayList<>();
                for (ConsumerInteraction interaction : interactions) {
                    results.add(verification.verify(interaction));
                }
                return List.copyOf(results);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
