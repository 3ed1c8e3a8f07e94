package dev.remoteassistance.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.mutant.KillMatrix;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.proof.KillMatrices;
import dev.remoteassistance.contract.provider.ServerFault;
import dev.remoteassistance.contract.provider.VerifiedPacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The verification of the pacts notices every broken server, and nothing else. */
@Tag("ci")
class BrokenServersTest {

    private static final String TITLE = "Broken servers";

    @Test
    void everyBrokenServerIsNoticed() {
        List<String> silent = new CopyOnWriteArrayList<>();
        // A fault is shown to those who can meet it: the others would make the test last three times as long.
        Map<Boolean, List<ConsumerInteraction>> byViewer = VerifiedPacts.INTERACTIONS.stream()
                .collect(Collectors.partitioningBy(
                        interaction -> interaction.consumer().equals("session-viewer")));
        List<KillMatrix.Row> rows = Stream.concat(
                        BrokenServers.ofReports().stream().map(fault -> Map.entry(fault, byViewer.get(false))),
                        BrokenServers.ofSessions().stream().map(fault -> Map.entry(fault, byViewer.get(true))))
                .parallel()
                .map(pair -> row(pair.getKey(), pair.getValue(), silent))
                .toList();
        KillMatrix matrix = new KillMatrix(
                TITLE,
                VerifiedPacts.INTERACTIONS.stream()
                        .map(interaction -> interaction.consumer())
                        .distinct()
                        .toList(),
                rows);
        assertThat(silent).as("variants that do not answer show nothing").isEmpty();
        KillMatrices.assertKilled(matrix, "broken-servers", 40);
    }

    private static KillMatrix.Row row(ServerFault fault, List<ConsumerInteraction> interactions, List<String> silent) {
        Map<String, String> killers = new LinkedHashMap<>();
        for (Verification verification : VerifiedPacts.verifyUntilNoticed(fault, interactions)) {
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
        return new KillMatrix.Row(
                fault.name(), killers, KillMatrices.equivalents(TITLE).getOrDefault(fault.name(), ""));
    }

    @Test
    void theProxyAloneIsNotNoticed() {
        assertThat(VerifiedPacts.verify(ServerFault.PROXY_ALONE)).allMatch(Verification::passed);
    }
}
