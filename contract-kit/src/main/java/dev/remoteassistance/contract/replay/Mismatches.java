package dev.remoteassistance.contract.replay;

import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.core.support.json.JsonException;
import au.com.dius.pact.provider.ComparisonResult;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.ResponseComparison;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** What an answer or a message has otherwise than the consumer expects, in words. */
final class Mismatches {

    private Mismatches() {}

    static Stream<String> of(
            ConsumerInteraction interaction, SynchronousRequestResponse http, ProviderResponse answer) {
        try {
            return of(ResponseComparison.Companion.compareResponse(interaction.pact(), http, answer, Map.of()));
        } catch (JsonException e) {
            return Stream.of("the answer is not the JSON that it is declared as: " + e.getMessage());
        }
    }

    static Stream<String> of(ComparisonResult result) {
        Stream<? extends Mismatch> status = Stream.ofNullable(result.getStatusMismatch());
        Stream<? extends Mismatch> headers =
                result.getHeaderMismatches().values().stream().flatMap(Collection::stream);
        BodyTypeMismatch otherType = result.getBodyMismatches().errorValue();
        Stream<? extends Mismatch> body = otherType != null
                ? Stream.of(otherType)
                : result.getBodyMismatches().unwrap().getMismatches().values().stream()
                        .flatMap(Collection::stream);
        return Stream.of(status, headers, body).flatMap(found -> found).map(Mismatch::description);
    }
}
