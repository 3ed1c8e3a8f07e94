package dev.remoteassistance.contract.replay;

import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.support.json.JsonException;
import au.com.dius.pact.provider.ComparisonResult;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.ResponseComparison;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.DocumentedAnswer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds what differs between an answer or a message and what the consumer expects, in words. */
final class Mismatches {

    private static final ContentType JSON = ContentType.getJSON();

    private Mismatches() {}

    static Stream<String> of(
            ConsumerInteraction interaction,
            SynchronousRequestResponse http,
            ProviderResponse answer,
            DocumentedAnswer documented) {
        try {
            ComparisonResult result =
                    ResponseComparison.Companion.compareResponse(interaction.pact(), http, answer, Map.of());
            return documented.isJsonInBytes(http.getResponse().getHeaders())
                            && documented.isJsonInBytes(answer.getHeaders())
                    ? Stream.concat(ofHead(result), ofBody(asJson(interaction.pact(), http.getResponse(), answer)))
                    : of(result);
        } catch (JsonException e) {
            return Stream.of("the answer is not the JSON that it is declared as: " + e.getMessage());
        }
    }

    /** Compares bytes that are JSON as JSON; Pact would demand that they are the same. */
    private static ComparisonResult asJson(Pact pact, IResponse expected, ProviderResponse answer) {
        HttpResponse json = new HttpResponse(
                expected.getStatus(),
                DocumentedAnswer.withType(expected.getHeaders(), JSON.toString()),
                expected.getBody(),
                expected.getMatchingRules());
        return ResponseComparison.Companion.compareResponse(
                pact,
                new V4Interaction.SynchronousHttp("", List.of(), new HttpRequest(), json),
                new ProviderResponse(
                        answer.getStatusCode(),
                        DocumentedAnswer.withType(answer.getHeaders(), JSON.toString()),
                        JSON,
                        answer.getBody()),
                Map.of());
    }

    static Stream<String> of(ComparisonResult result) {
        return Stream.concat(ofHead(result), ofBody(result));
    }

    private static Stream<String> ofHead(ComparisonResult result) {
        return Stream.concat(
                        Stream.ofNullable(result.getStatusMismatch()),
                        result.getHeaderMismatches().values().stream().flatMap(Collection::stream))
                .map(Mismatch::description);
    }

    private static Stream<String> ofBody(ComparisonResult result) {
        BodyTypeMismatch otherType = result.getBodyMismatches().errorValue();
        Stream<? extends Mismatch> body = otherType != null
                ? Stream.of(otherType)
                : result.getBodyMismatches().unwrap().getMismatches().values().stream()
                        .flatMap(Collection::stream);
        return body.map(Mismatch::description);
    }
}
