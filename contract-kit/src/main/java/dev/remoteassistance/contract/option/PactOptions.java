package dev.remoteassistance.contract.option;

import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.PactFolder;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options for the pacts of a contract's consumers. */
public final class PactOptions {

    @Option(
            names = "--pacts",
            paramLabel = "DIR",
            description = "Folder of pact files; can be repeated. Default: those in this jar, if it has any")
    private List<Path> folders = List.of();

    /** Returns what the consumers send and expect, of all folders; empty if there are no pacts. */
    public List<ConsumerInteraction> interactions(KitCase kit) {
        List<Path> chosen = folders.isEmpty() ? kit.pacts().map(List::of).orElse(List.of()) : folders;
        return chosen.stream()
                .flatMap(folder -> PactFolder.read(folder).stream())
                .toList();
    }
}
