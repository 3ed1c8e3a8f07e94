package dev.remoteassistance.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.mutant.KillerMatrix;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.proof.KillerMatrices;
import dev.remoteassistance.contract.provider.ServerFault;
import dev.remoteassistance.contract.provider.VerifiedPacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The verification of the pacts notices every broken server, and nothing else. */
class BrokenServersTest {

    private static final String TITLE = "Broken servers";

    @Test
    void everyBrokenServerIsNoticed() {
        List<KillerMatrix.Row> rows = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (ServerFault fault : BrokenServers.all()) {
            Map<String, String> killers = new LinkedHashMap<>();
            for (Verification verification : VerifiedPacts.verify(fault)) {
                if (verification.outcome() == Verification.Outcome.FAILED) {
                    if (verification.interaction().http().isPresent()
                            && verification.exchange().isEmpty()) {
                        silent.add(fault.name() + ", " + verification + ": " + verification.faults());
                    }
                    killers.putIfAbsent(
                            verification.interaction().consumer(),
                            verification.interaction().interaction().getDescription() + ": "
                                    + verification.faults().get(0));
                }
            }
            rows.add(new KillerMatrix.Row(
                    fault.name(), killers, KillerMatrices.equivalents(TITLE).getOrDefault(fault.name(), "")));
        }
        KillerMatrix matrix = new KillerMatrix(
                TITLE,
                VerifiedPacts.INTERACTIONS.stream()
                        .map(interaction -> interaction.consumer())
                        .distinct()
                        .toList(),
                rows);
        assertThat(silent).as("variants that do not answer show nothing").isEmpty();
        KillerMatrices.assertKilled(matrix, "broken-servers", 40);
    }

    @Test
    void theProxyAloneIsNotNoticed() {
        assertThat(VerifiedPacts.verify(ServerFault.PROXY_ALONE)).allMatch(Verification::passed);
    }
}
