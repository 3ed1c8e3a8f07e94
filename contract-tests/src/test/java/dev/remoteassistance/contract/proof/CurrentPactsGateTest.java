package dev.remoteassistance.contract.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.gate.GateReport;
import dev.remoteassistance.contract.provider.VerifiedPacts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The same as the gate in the contract's own module, for what consumers send and expect today, and for the broker's pacts. */
class CurrentPactsGateTest {

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
