package dev.remoteassistance.contract.gate;

import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.difference.Side;
import dev.remoteassistance.contract.pact.BodyText;
import dev.remoteassistance.contract.pact.CrossCheck;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The response that a consumer expects; tells whether the consumer relies on a part of the contract. */
record ExpectedAnswer(SynchronousRequestResponse interaction) {

    /** Returns whether the response contains what the contract describes at a place. */
    boolean holds(Place place) {
        IResponse response = interaction.getResponse();
        if (place.side() != Side.RESPONSE
                || !place.isOfOperation(
                        interaction.getRequest().getMethod(),
                        interaction.getRequest().getPath())
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
    boolean isGrantedBy(Break security) {
        return !CrossCheck.isMeantToBeRefused(interaction)
                && security.place()
                        .isOfOperation(
                                interaction.getRequest().getMethod(),
                                interaction.getRequest().getPath())
                && interaction.getProviderStates().stream()
                        .flatMap(state -> state.getParams().values().stream())
                        .anyMatch(value -> List.of(security.rule().split(" ")).contains(String.valueOf(value)));
    }

    private static Stream<JsonNode> values(JsonNode root, String pointer) {
        if (pointer.isEmpty()) {
            return Stream.of(root);
        }
        String[] names = pointer.split("/", 2);
        Stream<JsonNode> next = names[0].equals("[]") || names[0].equals("*")
                ? StreamSupport.stream(root.spliterator(), false)
                : Stream.of(root.path(names[0]));
        return next.flatMap(value -> values(value, names.length == 2 ? names[1] : ""));
    }
}
