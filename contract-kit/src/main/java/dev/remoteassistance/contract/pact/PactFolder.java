package dev.remoteassistance.contract.pact;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Pact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads a folder of pact files. */
public final class PactFolder {

    private PactFolder() {}

    /**
     * Returns the interactions of all files {@code *.json} in a folder, in the order of the files' names.
     *
     * @throws IllegalArgumentException if there is no interaction, since a check of no pact at all would pass
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
                    .map(PactFolder::pact)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no pacts can be read from " + folder, e);
        }
    }

    /** Reads from a stream, since the file may be inside of a jar. */
    private static Pact pact(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return DefaultPactReader.INSTANCE.loadPact(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("no pact can be read from " + file, e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("no pact: " + file, e);
        }
    }
}
