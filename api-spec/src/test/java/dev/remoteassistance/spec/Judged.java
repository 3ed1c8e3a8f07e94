package dev.remoteassistance.spec;

import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.PactFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is judged: the contract, its last release, and the pacts that are known before any consumer's test has run. */
final class Judged {

    static final Path CONTRACT = Path.of(System.getProperty("contract.file"));
    static final Path BASELINE = Path.of(System.getProperty("contract.baseline"));

    /** The pacts of our own consumers when the baseline was released. */
    static final List<ConsumerInteraction> RELEASED = pacts("pacts.released");

    /** Of other teams. */
    static final List<ConsumerInteraction> HANDED_IN = pacts("pacts.handed-in");

    static final List<ConsumerInteraction> INTERACTIONS =
            Stream.of(RELEASED, HANDED_IN).flatMap(List::stream).toList();

    private Judged() {}

    private static List<ConsumerInteraction> pacts(String property) {
        return PactFolder.read(Path.of(System.getProperty(property)));
    }
}
