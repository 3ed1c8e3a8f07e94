package dev.remoteassistance.contract.proof;

import dev.remoteassistance.contract.provider.VerifiedPacts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.gate.GateReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The contract keeps what its last release promised, or its version says that it does not. */
class GateTest {

    private static final Path BASELINE = Path.of(System.getProperty("contract.baseline"));

    @Test
    void versionSaysWhatChanged() {
        GateReport report = GateReport.of(BASELINE, VerifiedPacts.CONTRACT, VerifiedPacts.INTERACTIONS);

        if (!report.breaks().isEmpty()) {
            // Seen also where the author has raised the major version, and the build goes on.
            System.out.print(report.text());
        }
        assertThat(report.isPassed()).withFailMessage(report::text).isTrue();
        assertThat(report.interactions()).isPositive();
    }
}
