package dev.remoteassistance.contract.replay;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import au.com.dius.pact.core.model.messaging.MessageInteraction;
import au.com.dius.pact.provider.ComparisonResult;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.ResponseComparison;
import dev.remoteassistance.contract.pact.BodyText;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.Exchange;
import dev.remoteassistance.contract.pact.Verification;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Replays what consumers expect against a running provider. A response must be what the consumer expects, and what the
 * contract allows.
 */
public final class ProviderVerification {

    private final CrossCheck contract;
    private final ProviderUnderTest provider;
    private final PlainHttpClient client;

    public ProviderVerification(CrossCheck contract, ProviderUnderTest provider) {
        this(contract, provider, Duration.ofSeconds(30));
    }

    /**
     * Creates a verification with its own timeout.
     *
     * @param timeout how long to wait for a connection, and for each part of a response
     */
    public ProviderVerification(CrossCheck contract, ProviderUnderTest provider, Duration timeout) {
        this.contract = contract;
        this.provider = provider;
        this.client = new PlainHttpClient(timeout);
    }

    /**
     * Requests the provider's root, to see whether a server responds there.
     *
     * @throws IOException if not
     */
    public void reachProvider() throws IOException {
        client.reach(provider.root());
    }

    /**
     * Replays one interaction. A failure of the provider is an outcome, never an exception.
     *
     * @throws PreparationException if the verifying side could not do its own part
     */
    public Verification verify(ConsumerInteraction interaction) {
        try {
            provider.reset();
            Map<String, Object> values = new HashMap<>();
            for (ProviderState state : interaction.interaction().getProviderStates()) {
                Optional<Map<String, Object>> yielded = provider.prepare(state.getName(), state.getParams());
                if (yielded.isEmpty()) {
                    return Verification.skipped(interaction, "needs the state: " + state.getName());
                }
                values.putAll(yielded.get());
            }
            Verification verification = interaction.http().isPresent()
                    ? verifyAnswer(interaction, interaction.http().get(), values)
                    : verifyMessage(interaction);
            return verification.outcome() == Verification.Outcome.FAILED && interaction.isPending()
                    ? Verification.pending(verification)
                    : verification;
        } catch (PreparationException e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            // A response may be nested so deeply that the stack overflows.
            return Verification.of(interaction, List.of("no answer that can be read: " + e), Optional.empty());
        }
    }

    private Verification verifyAnswer(
            ConsumerInteraction interaction, SynchronousRequestResponse http, Map<String, Object> values) {
        NamedGenerators.of(http.getRequest());
        // Pact adds values of its own to the map.
        Map<String, Object> context = new HashMap<>(Map.of("providerState", values));
        IRequest request = http.getRequest().generatedRequest(context, GeneratorTestMode.Provider);
        ProviderResponse answer = client(provider.root()).makeRequest(request);
        Exchange exchange = new Exchange(
                request.getMethod(),
                request.getPath(),
                Map.copyOf(request.getHeaders()),
                BodyText.of(request),
                answer.getStatusCode(),
                Map.copyOf(answer.getHeaders()),
                answer.getBody() == null || answer.getBody().isNotPresent() ? "" : BodyText.of(answer.getBody()));
        List<String> faults = Stream.of(
                        Mismatches.of(
                                interaction,
                                http,
                                answer,
                                contract.documented(request.getMethod(), request.getPath(), answer.getStatusCode())),
                        contract.faultsOfAnswer(exchange).stream(),
                        provider.inspect(interaction, exchange).stream())
                .flatMap(found -> found)
                .toList();
        return Verification.of(interaction, faults, Optional.of(exchange));
    }

    private Verification verifyMessage(ConsumerInteraction interaction) {
        MessageInteraction expected = (MessageInteraction) interaction.interaction();
        Optional<String> content = provider.message(expected.getDescription());
        if (content.isEmpty()) {
            return Verification.skipped(interaction, "needs the message: " + expected.getDescription());
        }
        ComparisonResult result = ResponseComparison.Companion.compareMessage(
                expected, OptionalBody.body(content.get(), expected.getContentType()), Map.of(), Map.of());
        return Verification.of(interaction, Mismatches.of(result).toList(), Optional.empty());
    }

    private ProviderClient client(URI root) {
        ProviderInfo info = new ProviderInfo("provider");
        info.setProtocol(root.getScheme());
        info.setHost(root.getHost());
        info.setPort(root.getPort() < 0 ? root.toASCIIString().startsWith("https:") ? 443 : 80 : root.getPort());
        info.setPath(root.getPath());
        return new ProviderClient(info, client);
    }
}
