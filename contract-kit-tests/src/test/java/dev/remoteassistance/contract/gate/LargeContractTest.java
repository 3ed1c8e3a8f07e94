package dev.remoteassistance.contract.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A contract of four megabytes gets its verdict. The timeout ends a comparison that would not end by itself. */
@Tag("ci")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LargeContractTest {

    @TempDir
    static Path folder;

    private static Path baseline;

    @BeforeAll
    static void write() throws IOException {
        baseline = folder.resolve("large.yaml");
        new ContractDocument(new LargeContract().root()).write(baseline);
        assertThat(Files.size(baseline)).isBetween(4_000_000L, 6_000_000L);
    }

    @Test
    void isTheSameAsItself() {
        assertThat(findings(baseline)).isEmpty();
    }

    @Test
    void breaksInEveryOperationThatIsHit() throws IOException {
        List<Finding> findings = findings(changed());

        assertThat(findings.stream()
                        .filter(Finding::isBreaking)
                        .map(finding -> finding.place().operation()))
                .as("all that write it, directly or not")
                .hasSizeGreaterThanOrEqualTo(200)
                .allMatch(operation -> operation.startsWith("POST "));
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.words()).isEqualTo("maxLength lowered from 5000 to 4000"));
    }

    /** Changes the first property of the first schema in the file's text: to read and write the tree takes two seconds. */
    private static Path changed() throws IOException {
        String text = Files.readString(baseline);
        int limit = text.indexOf("maxLength: 5000", text.indexOf(" S0:"));
        return Files.writeString(
                folder.resolve("changed.yaml"), new StringBuilder(text).replace(limit, limit + 15, "maxLength: 4000"));
    }

    private static List<Finding> findings(Path revision) {
        long start = System.nanoTime();
        List<Finding> findings = ContractGate.findings(baseline, revision, List.of());
        System.out.printf(
                "Contract of %d bytes compared in %d ms: %d findings%n",
                baseline.toFile().length(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), findings.size());
        return findings;
    }
}
