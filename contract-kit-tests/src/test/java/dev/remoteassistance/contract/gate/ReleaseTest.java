package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.command.ContractKit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Base of the tests of releases. The baseline is 2.3.1. */
abstract class ReleaseTest {

    static final Path SECOND = LibraryChanges.CONTRACT;
    static final String ORDER = "/components/schemas/Order/properties";

    @TempDir
    Path folder;

    Path baseline;
    Path contract;
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    @BeforeEach
    void releaseFirst() throws IOException {
        baseline = folder.resolve("baseline/library-loans.yaml");
        contract = folder.resolve("library-loans.yaml");
        Files.createDirectories(baseline.getParent());
        Files.copy(SECOND, baseline);
    }

    int run(Object... arguments) {
        List<String> words = new ArrayList<>(List.of("release-baseline"));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return ContractKit.run(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
    }
}
