package dev.remoteassistance.contract.provider;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.state.CallerStates;
import dev.remoteassistance.contract.state.TestIssuer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a consumer and the server without a fault send each other in an interaction, as a proxy between them sees it.
 *
 * @param request as it was sent
 * @param answer as it was given
 */
record WireMessages(Request request, Response answer) {

    private static final CallerStates CALLERS = new CallerStates(() -> TestIssuer.SERVED_TENANT);

    /** Replays interactions, and returns the messages of those that are over HTTP. */
    static Map<ConsumerInteraction, WireMessages> of(List<ConsumerInteraction> interactions) {
        AtomicReference<Request> request = new AtomicReference<>();
        AtomicReference<Response> answer = new AtomicReference<>();
        ServerFault recorder = new ServerFault(
                "nothing, and what is sent is recorded",
                ServerFault.NONE.setup(),
                ServerFault.NONE.store(),
                (sent, callers) -> {
                    request.set(LoggedRequest.createFrom(sent));
                    return sent;
                },
                given -> {
                    answer.set(given);
                    return given;
                });
        Map<ConsumerInteraction, WireMessages> messages = new IdentityHashMap<>();
        VerifiedPacts.verify(
                recorder,
                verification -> interactions.stream()
                        .filter(interaction -> interaction.http().isPresent())
                        .map(interaction -> {
                            Verification result = verification.verify(interaction);
                            messages.put(interaction, new WireMessages(request.get(), answer.get()));
                            return result;
                        })
                        .toList());
        return messages;
    }

    /** Whether a fault changes anything: an edit that has nothing to change returns what it was given. */
    boolean areChangedBy(ServerFault fault) {
        return fault.request().apply(request, CALLERS) != request
                || fault.answer().apply(answer) != answer;
    }
}
