package dev.remoteassistance.contract.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.gate.GateReport;
import dev.remoteassistance.contract.provider.VerifiedPacts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs the gate of the contract's own module again, with today's pacts of the consumers and of the broker. */
class CurrentPactsGateTest {

    private static final Path BASELINE = Path.of(System.getProperty("contract.baseline"));

    @Test
    void versionSaysWhatChanged() {
        GateReport report = GateReport.of(BASELINE, VerifiedPacts.CONTRACT, VerifiedPacts.INTERACTIONS);

        if (!report.breaks().isEmpty()) {
            // Print the breaks also if the author has raised the major version: the build goes on then.
            System.out.print(report.text());
        }
        assertThat(report.isPassed()).withFailMessage(report::text).isTrue();
        assertThat(report.interactions()).isPositive();
    }
}
