package dev.remoteassistance.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.format.Format;
import dev.remoteassistance.contract.format.GateResult;
import dev.remoteassistance.contract.gate.ContractGate;
import dev.remoteassistance.contract.gate.GateReport;
import dev.remoteassistance.contract.source.ContractSource;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The contract keeps what its last release promised, or its version says that it does not. */
class GateTest {

    @Test
    void versionSaysWhatChanged() {
        GateReport report = GateReport.of(Judged.BASELINE, Judged.CONTRACT, Judged.INTERACTIONS);

        if (!report.breaks().isEmpty()) {
            // Seen also where the author has raised the major version, and the build goes on.
            System.out.print(places(report.interactions()));
            System.out.print(report.text());
        }
        assertThat(report.isPassed()).withFailMessage(report::text).isTrue();
        // A pact that was handed in later may need something that the baseline lacks.
        assertThat(report.interactions()).isGreaterThanOrEqualTo(Judged.RELEASED.size());
    }

    /** Each change with its file, line and column. */
    private static String places(int interactions) {
        return Format.TEXT.write(GateResult.of(
                ContractSource.of(Judged.BASELINE.toString()),
                ContractSource.of(Judged.CONTRACT.toString()),
                OptionalInt.of(interactions),
                ContractGate.findings(Judged.BASELINE, Judged.CONTRACT, Judged.INTERACTIONS)));
    }
}
