package dev.remoteassistance.contract.pact;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Pact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of pact files. */
public final class PactFolder {

    private PactFolder() {}

    /**
     * The interactions of all files {@code *.json} in a folder, in the order of the files' names.
     *
     * @throws IllegalArgumentException if there is none, since a check of no pact at all would pass
     */
    public static List<ConsumerInteraction> read(Path folder) {
        List<ConsumerInteraction> interactions = pacts(folder).stream()
                .flatMap(pact ->
                        pact.getInteractions().stream().map(interaction -> new ConsumerInteraction(pact, interaction)))
                .toList();
        if (interactions.isEmpty()) {
            throw new IllegalArgumentException("no pact in " + folder);
        }
        return interactions;
    }

    private static List<Pact> pacts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> DefaultPactReader.INSTANCE.loadPact(file.toFile()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no pacts can be read from " + folder, e);
        }
    }
}
