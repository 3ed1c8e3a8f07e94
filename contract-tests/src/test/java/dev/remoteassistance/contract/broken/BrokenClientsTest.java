package dev.remoteassistance.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.remoteassistance.contract.broken.BrokenClients.ClientFault;
import dev.remoteassistance.contract.consumer.ClientUnderTest;
import dev.remoteassistance.contract.consumer.HelperAppConsumerTest;
import dev.remoteassistance.contract.consumer.HelperAppValuesConsumerTest;
import dev.remoteassistance.contract.consumer.PermissionConsumerTest;
import dev.remoteassistance.contract.consumer.RepeatingAppConsumerTest;
import dev.remoteassistance.contract.consumer.UnavailableServerConsumerTest;
import dev.remoteassistance.contract.mutant.KillMatrix;
import dev.remoteassistance.contract.proof.KillMatrices;
import dev.remoteassistance.contract.provider.FaultyProxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * The consumers' tests notice every broken client, and nothing else: they run again for each, with a proxy that adds
 * the fault.
 */
@Tag("ci")
public class BrokenClientsTest {

    private static final List<Class<?>> CONSUMERS = List.of(
            HelperAppConsumerTest.class,
            HelperAppValuesConsumerTest.class,
            PermissionConsumerTest.class,
            RepeatingAppConsumerTest.class,
            UnavailableServerConsumerTest.class);
    private static final String TITLE = "Broken clients";
    private static final String PACTS = "pact.rootDir";

    @TempDir
    Path folder;

    @Test
    void everyBrokenClientIsNoticed() {
        assertThat(killers(BrokenClients.NONE))
                .as("the sound client, behind the same proxy")
                .isEmpty();
        List<KillMatrix.Row> rows = new ArrayList<>();
        for (ClientFault fault : BrokenClients.all()) {
            rows.add(new KillMatrix.Row(
                    fault.name(),
                    killers(fault),
                    KillMatrices.equivalents(TITLE).getOrDefault(fault.name(), "")));
        }
        KillMatrix matrix = new KillMatrix(
                TITLE, CONSUMERS.stream().<String>map(Class::getSimpleName).toList(), rows);
        KillMatrices.assertKilled(matrix, "broken-clients", 15);
    }

    private Map<String, String> killers(ClientFault fault) {
        Map<String, String> killers = new LinkedHashMap<>();
        // The requests of broken clients must not get into the consumers' pacts.
        String pacts = System.setProperty(PACTS, folder.toString());
        try (FaultyProxy proxy = new FaultyProxy(fault.change(), UnaryOperator.identity())) {
            ClientUnderTest.route(proxy::to);
            for (Class<?> consumer : CONSUMERS) {
                TestExecutionSummary summary = run(consumer);
                assertThat(summary.getTestsFoundCount()).isPositive();
                summary.getFailures().stream()
                        .findFirst()
                        .ifPresent(failure -> killers.put(
                                consumer.getSimpleName(),
                                failure.getTestIdentifier().getDisplayName() + ": " + failure.getException()));
            }
        } finally {
            ClientUnderTest.route(UnaryOperator.identity());
            System.setProperty(PACTS, pacts);
        }
        return killers;
    }

    private static TestExecutionSummary run(Class<?> consumer) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(consumer))
                .filters(ClassNameFilter.includeClassNamePatterns(".*ConsumerTest"))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }
}
