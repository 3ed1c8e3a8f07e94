package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.List;
import java.util.Map;

/** Compares what two versions of an operation take. */
final class RequestComparison {

    private final ValueComparison values;

    RequestComparison(ValueComparison values) {
        this.values = values;
    }

    void compare(OperationDocument old, OperationDocument now) {
        values.schemas().extensions(Place.request(old.name(), ""), List.of(old.node()), List.of(now.node()));
        parameters(old, now);
        body(old, now);
    }

    private void parameters(OperationDocument old, OperationDocument now) {
        Map<String, JsonNode> oldOnes = ParameterNames.byKey(old);
        Map<String, JsonNode> newOnes = ParameterNames.byKey(now);
        oldOnes.forEach((key, parameter) -> {
            Place place = Place.request(old.name(), ParameterNames.part(parameter));
            JsonNode kept = newOnes.get(key);
            if (kept == null) {
                values.report(place, "parameter", Direction.OTHER, "parameter removed");
            } else {
                serialization(place, parameter, kept);
                values.value(place, parameter, kept);
            }
        });
        newOnes.forEach((key, parameter) -> {
            if (!oldOnes.containsKey(key) && parameter.path("required").asBoolean()) {
                Place place = Place.request(old.name(), ParameterNames.part(parameter));
                values.report(place, "required", Direction.NARROWER, "added as required");
            }
        });
    }

    private void serialization(Place place, JsonNode old, JsonNode now) {
        for (String keyword : List.of("style", "explode", "allowReserved")) {
            String was = ParameterNames.effective(old, keyword);
            String is = ParameterNames.effective(now, keyword);
            if (!was.equals(is)) {
                values.report(place, keyword, Direction.OTHER, keyword + " changed from " + was + " to " + is);
            }
        }
        boolean was = old.path("allowEmptyValue").asBoolean();
        if (was && !now.path("allowEmptyValue").asBoolean()) {
            values.report(place, "allowEmptyValue", Direction.NARROWER, "empty value no longer allowed");
        }
    }

    private void body(OperationDocument old, OperationDocument now) {
        Place place = Place.request(old.name(), Place.BODY);
        JsonNode oldBody = old.requestBody();
        JsonNode newBody = now.requestBody();
        values.required(place, oldBody, newBody);
        if (!oldBody.isMissingNode() && newBody.isMissingNode()) {
            values.report(place, "body", Direction.OTHER, "body removed");
        } else {
            values.schemas().extensions(place, List.of(oldBody), List.of(newBody));
            values.content(place, oldBody, newBody);
        }
    }
}
