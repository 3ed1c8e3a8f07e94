package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.ledger.Waivers;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Option for the cells that need not be exercised. */
final class WaiverOption {

    @Option(
            names = "--waivers",
            paramLabel = "FILE",
            description = "YAML list of cells that need not be proven, each as cell and reason.")
    private Path file;

    Waivers read() {
        return file == null ? Waivers.NONE : Waivers.read(file);
    }
}
