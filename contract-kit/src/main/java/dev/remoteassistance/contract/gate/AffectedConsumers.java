package dev.remoteassistance.contract.gate;

import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.difference.Side;
import dev.remoteassistance.contract.pact.BodyText;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.RevisionCheck;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the consumers' interactions that a contract would break, like {@code can-i-deploy}, but without a broker.
 *
 * <p>An interaction breaks if the baseline allows it and the contract does not. It also breaks if its response contains
 * what the contract no longer promises, such as a header that became optional, or if its provider states name a
 * permission that no longer suffices. Breaks that no example in a pact shows are not found, such as a limit of a
 * response that rises beyond what a consumer can store.
 */
final class AffectedConsumers {

    /** Promises of a response that a consumer may rely on, although its example still fits when they are gone. */
    private static final Set<String> PROMISES = Set.of("property", "required", "nullable", "header");

    private final RevisionCheck check;

    /**
     * Creates a search in what consumers rely on.
     *
     * @param interactions those of all consumers; those that the baseline does not allow are broken already
     */
    AffectedConsumers(ContractDocument baseline, List<ConsumerInteraction> interactions) {
        check = new RevisionCheck(baseline, interactions);
    }

    /** Returns how many interactions can break. */
    int size() {
        return check.size();
    }

    /** Returns the interactions that would break. */
    List<RevisionCheck.Broken> affected(ContractDocument contract, List<Difference> breaks) {
        return check.broken(contract, http -> goneFor(http, breaks)).toList();
    }

    /** Returns the breaks that an interaction relies on, in words. */
    private static Stream<String> goneFor(SynchronousRequestResponse http, List<Difference> breaks) {
        return breaks.stream()
                .filter(broken -> isOfOperation(broken.place(), http))
                .filter(broken -> broken.aspect().equals(Place.SECURITY)
                        ? isGranted(http, broken)
                        : PROMISES.contains(broken.aspect()) && holds(http.getResponse(), broken.place()))
                .map(broken -> "relies on " + broken);
    }

    /** Returns whether an interaction uses the operation of a place. */
    static boolean isOfOperation(Place place, SynchronousRequestResponse http) {
        return place.isOfOperation(
                http.getRequest().getMethod(), http.getRequest().getPath());
    }

    /** Returns whether the response that a consumer expects contains what the contract describes at a place. */
    private static boolean holds(IResponse response, Place place) {
        if (place.side() != Side.RESPONSE
                || !List.of(response.getStatus() + "", response.getStatus() / 100 + "XX", "default")
                        .contains(place.status())) {
            return false;
        }
        return place.part().startsWith(Place.HEADER)
                ? response.getHeaders().keySet().stream()
                        .anyMatch(name -> place.part().equalsIgnoreCase(Place.HEADER + name))
                : values(BodyText.json(BodyText.of(response)), place.pointer())
                        .anyMatch(value -> !value.isMissingNode());
    }

    /** Returns whether a parameter of a provider state asks for the permission that no longer suffices. */
    private static boolean isGranted(SynchronousRequestResponse http, Difference security) {
        return !CrossCheck.isMeantToBeRefused(http)
                && http.getProviderStates().stream()
                        .flatMap(state -> state.getParams().values().stream())
                        .anyMatch(value -> List.of(security.words().split(" ")).contains(String.valueOf(value)));
    }

    private static Stream<JsonNode> values(JsonNode root, String pointer) {
        if (pointer.isEmpty()) {
            return Stream.of(root);
        }
        String[] names = pointer.split("/", 2);
        Stream<JsonNode> next = names[0].equals("[]") || names[0].equals("*")
                ? ContractDocument.elements(root)
                : Stream.of(root.path(names[0]));
        return next.flatMap(value -> values(value, names.length == 2 ? names[1] : ""));
    }
}
