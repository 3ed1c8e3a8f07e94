package dev.remoteassistance.contract.generate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.BodySchema;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.spec.PropertyPlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Lists the kinds of requests that a contract leads to, and draws requests of each kind. */
final class RequestPlan {

    private final List<Kind> kinds = new ArrayList<>();
    private final List<String> omitted = new ArrayList<>();
    private final long seed;

    /** One kind of request: wholly valid, at one limit, or with one rule broken. */
    private interface Kind {
        Optional<GeneratedRequest> draw(Random random);
    }

    RequestPlan(ContractDocument contract, long seed) {
        this.seed = seed;
        for (OperationDocument operation : contract.operations()) {
            JsonNode content = operation.requestBody().path("content");
            if (!content.isEmpty() && RequestDraft.bodySchema(operation).isEmpty()) {
                omitted.add(operation.name() + ": its body has no form as JSON");
            } else {
                plan(operation);
            }
        }
        Collections.shuffle(kinds, new Random(seed));
    }

    /** Returns what is not drawn, with the reason. */
    List<String> omitted() {
        return List.copyOf(omitted);
    }

    /** Returns the number of kinds; as many requests try each of them once. */
    int size() {
        return kinds.size();
    }

    /** Returns the request of a number, always the same for the same seed; empty if its kind yields none. */
    Optional<GeneratedRequest> request(int number) {
        return kinds.get(number % kinds.size()).draw(new Random(seed * 31 + number));
    }

    private void plan(OperationDocument operation) {
        kinds.add(random -> Optional.of(
                new RequestDraft(operation, random).request("everything is there", true, Optional.empty())));
        for (JsonNode parameter : RequestDraft.parameters(operation)) {
            String in = parameter.path("in").asText();
            String name = in + " parameter " + parameter.path("name").asText();
            boolean inPath = in.equals("path");
            Shape shape = Shape.of(operation.document(), parameter.path("schema"));
            Variations.of(shape, parameter.path("required").asBoolean(), true).stream()
                    // A path without its parameter is another path.
                    .filter(variation -> !inPath || !variation.words().equals(Variation.ABSENT))
                    .forEach(variation -> add(operation, name, variation, (draft, value) -> {
                        draft.replace(parameter, value);
                        return true;
                    }));
        }
        RequestDraft.bodySchema(operation).ifPresent(schema -> body(operation, schema));
    }

    private void body(OperationDocument operation, JsonNode schema) {
        boolean required = operation.requestBody().path("required").asBoolean();
        Variations.of(Shape.of(operation.document(), schema), required, false)
                .forEach(variation ->
                        add(operation, "request body", variation, (draft, value) -> draft.replace(List.of(), value)));
        for (PropertyPlace place : new BodySchema(operation.document(), schema).properties()) {
            Shape shape = Shape.of(operation.document(), place.schema());
            if (!shape.keyword("readOnly").asBoolean()) {
                boolean byWords = shape.hasRulesInWords();
                if (byWords) {
                    omitted.add("%s: values of %s, whose rules no schema can say"
                            .formatted(operation.name(), place.name()));
                }
                Variations.of(shape, place.required(), false).stream()
                        .filter(variation -> !byWords || !variation.allowed() || variation.isNothing())
                        .forEach(variation -> add(
                                operation,
                                "request body " + place.name(),
                                variation,
                                (draft, value) -> draft.replace(place.path(), value)));
            }
        }
    }

    private interface Replacement {
        boolean put(RequestDraft draft, JsonNode value);
    }

    private void add(OperationDocument operation, String place, Variation variation, Replacement replacement) {
        kinds.add(random -> {
            RequestDraft draft = new RequestDraft(operation, random);
            Optional<GeneratedRequest> base = Optional.of(draft.request(place, true, Optional.empty()));
            return variation
                    .value()
                    .apply(random)
                    .filter(value -> replacement.put(draft, value))
                    .map(value -> draft.request(place + " " + variation.words(), variation.allowed(), base));
        });
    }
}
