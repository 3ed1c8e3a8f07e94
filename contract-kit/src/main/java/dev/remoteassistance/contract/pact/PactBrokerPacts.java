package dev.remoteassistance.contract.pact;

import au.com.dius.pact.core.model.BrokerUrlSource;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.core.pactbroker.TestResult;
import au.com.dius.pact.provider.DefaultVerificationReporter;
import au.com.dius.pact.provider.junitsupport.loader.NoPactsFoundException;
import au.com.dius.pact.provider.junitsupport.loader.PactBroker;
import au.com.dius.pact.provider.junitsupport.loader.PactBrokerLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the pacts of a Pact Broker, which Pact's own settings name: {@code pactbroker.url},
 * {@code pactbroker.auth.token}, {@code pactbroker.consumerversionselectors.rawjson} and so on. Without
 * {@code pactbroker.url} no broker is asked.
 */
public final class PactBrokerPacts {

    private static final String URL = "pactbroker.url";
    private static final String PUBLISH = "pact.verifier.publishResults";
    private static final String VERSION = "pact.provider.version";
    private static final String BRANCH = "pact.provider.branch";

    /** Carries the annotation whose defaults are Pact's settings. */
    @PactBroker
    private static final class Settings {}

    private PactBrokerPacts() {}

    /**
     * Returns the interactions of all pacts that the broker has for a provider; none if no broker is set.
     *
     * @throws UncheckedIOException if the broker cannot be asked
     */
    public static List<ConsumerInteraction> read(String provider) {
        if (System.getProperty(URL, "").isBlank()) {
            return List.of();
        }
        try {
            return new PactBrokerLoader(Settings.class.getAnnotation(PactBroker.class))
                    .load(provider).stream()
                            .flatMap(pact -> pact.getInteractions().stream()
                                    .map(interaction -> new ConsumerInteraction(pact, interaction)))
                            .toList();
        } catch (NoPactsFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the Pact Broker cannot be asked", e);
        }
    }

    /**
     * Publishes the results to the broker, if {@value #PUBLISH} is {@code true}, for the provider's version in
     * {@value #VERSION}. Only pacts that came from the broker are reported.
     *
     * @throws IllegalStateException if there are results to publish and no version is set
     */
    public static void publish(List<Verification> verifications) {
        if (!Boolean.getBoolean(PUBLISH)) {
            return;
        }
        verifications.stream()
                .filter(verification -> source(verification) instanceof BrokerUrlSource)
                // Two versions of a pact are equal except for their sources.
                .collect(Collectors.groupingBy(PactBrokerPacts::source))
                .values()
                .forEach(PactBrokerPacts::publishOne);
    }

    private static PactSource source(Verification verification) {
        return verification.interaction().pact().getSource();
    }

    private static void publishOne(List<Verification> verifications) {
        Pact pact = verifications.get(0).interaction().pact();
        String version = Optional.ofNullable(System.getProperty(VERSION))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalStateException(PUBLISH + " needs " + VERSION));
        List<Map<String, Object>> faults = verifications.stream()
                .filter(verification -> !verification.passed())
                .map(verification -> Map.<String, Object>of(
                        "interactionId",
                        Optional.ofNullable(
                                        verification.interaction().interaction().getInteractionId())
                                .orElse(""),
                        "description",
                        verification.interaction().interaction().getDescription(),
                        "exception",
                        new AssertionError(String.join("\n", verification.faults()))))
                .toList();
        DefaultVerificationReporter.INSTANCE.reportResults(
                pact,
                faults.isEmpty() ? new TestResult.Ok() : new TestResult.Failed(faults, "not what the consumer expects"),
                version,
                null,
                List.of(),
                System.getProperty(BRANCH));
    }
}
