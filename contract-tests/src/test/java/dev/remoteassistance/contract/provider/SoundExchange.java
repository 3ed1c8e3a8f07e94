package dev.remoteassistance.contract.provider;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.provider.store.StoreCalls;
import dev.remoteassistance.contract.state.CallerStates;
import dev.remoteassistance.contract.state.TestIssuer;
import dev.remoteassistance.server.throttle.Throttle;
import dev.remoteassistance.server.throttle.ThrottleLimits;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a consumer, the server without a fault, and its store tell each other in an interaction.
 *
 * @param request as a proxy sees it
 * @param answer as a proxy sees it
 * @param store what the server's store is asked, before the request, by it, and after it
 */
record SoundExchange(Request request, Response answer, StoreCalls store) {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Throttle NOBODY_YET = new Throttle(new ThrottleLimits(1, 1, Duration.ofHours(1)), () -> 0);
    private static final CallerStates CALLERS = new CallerStates(() -> TestIssuer.SERVED_TENANT);

    /** Replays interactions, and returns the exchanges of those that are over HTTP. */
    static Map<ConsumerInteraction, SoundExchange> of(List<ConsumerInteraction> interactions) {
        AtomicReference<Request> request = new AtomicReference<>();
        AtomicReference<Response> answer = new AtomicReference<>();
        AtomicReference<StoreCalls> store = new AtomicReference<>();
        ServerFault recorder = new ServerFault(
                "nothing, and what is sent is recorded",
                ServerFault.NONE.setup(),
                real -> {
                    store.set(new StoreCalls());
                    return store.get().recording(real);
                },
                (sent, callers) -> {
                    request.set(LoggedRequest.createFrom(sent));
                    return sent;
                },
                given -> {
                    answer.set(given);
                    return given;
                });
        Map<ConsumerInteraction, SoundExchange> exchanges = new IdentityHashMap<>();
        VerifiedPacts.verify(
                recorder,
                verification -> interactions.stream()
                        .filter(interaction -> interaction.http().isPresent())
                        .map(interaction -> {
                            Verification result = verification.verify(interaction);
                            exchanges.put(interaction, new SoundExchange(request.get(), answer.get(), store.get()));
                            return result;
                        })
                        .toList());
        return exchanges;
    }

    /**
     * Returns whether a fault changes anything: an edit that has nothing to change returns what it was given, and what a server is made
     * of counts if it judges the sender otherwise.
     */
    boolean isChangedBy(ServerFault fault) {
        return fault.request().apply(request, CALLERS) != request
                || fault.answer().apply(answer) != answer
                || fault.isBeforeTheStore() && store.areChangedBy(fault.store())
                || !fault.isOutsideTheServer() && isJudgedOtherwise(fault);
    }

    private boolean isJudgedOtherwise(ServerFault fault) {
        ServerSetup sound = ServerSetup.of(TestIssuer.TRUSTED, Set.of(TestIssuer.SERVED_TENANT))
                .withThrottle(NOBODY_YET);
        ServerSetup other = fault.setup().apply(sound);
        Optional<String> token = Optional.ofNullable(request.getHeader("Authorization"))
                .map(header -> header.replaceFirst("^Bearer ", ""));
        boolean throttlesOthers = !other.throttle().equals(sound.throttle());
        return throttlesOthers && (other.throttle().isPresent() || answer.getStatus() == TOO_MANY_REQUESTS)
                || !other.judgement(token).equals(sound.judgement(token));
    }
}
