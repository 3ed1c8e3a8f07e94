package dev.remoteassistance.contract.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference.Effect;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.difference.Judgement;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.difference.Writer;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.List;
import java.util.Map;

/** Compares the requests of two versions of an operation. */
final class RequestComparison {

    private final ValueComparison values;
    private final Writer writer;

    RequestComparison(ValueComparison values, Writer writer) {
        this.values = values;
        this.writer = writer;
    }

    void compare(String operation, OperationDocument old, OperationDocument now) {
        values.extensions(Place.request(operation, ""), old.node(), now.node(), writer);
        parameters(operation, old, now);
        body(operation, old, now);
    }

    private void parameters(String operation, OperationDocument old, OperationDocument now) {
        Map<String, JsonNode> before = ParameterNames.byKey(old);
        Map<String, JsonNode> after = ParameterNames.byKey(now);
        before.forEach((key, parameter) -> {
            Place place = Place.request(operation, ParameterNames.part(parameter));
            JsonNode kept = after.get(key);
            if (kept == null) {
                values.report(place, "parameter", Direction.OTHER, writer, "parameter removed", parameter, null);
            } else if (becameList(parameter, kept)) {
                values.required(place, parameter, kept, writer);
                listed(place, parameter, kept);
            } else {
                serialization(place, parameter, kept);
                values.value(place, parameter, kept, writer);
            }
        });
        after.forEach((key, parameter) -> {
            Place place = Place.request(operation, ParameterNames.part(parameter));
            if (before.containsKey(key)) {
                return;
            } else if (parameter.path("required").asBoolean()) {
                values.report(place, "required", Direction.NARROWER, writer, "added as required", null, parameter);
            } else {
                values.differences().add(place, "parameter", Effect.ADDITION, "parameter added", null, parameter);
            }
        });
    }

    /**
     * Returns whether a parameter became a list in which one value is written as before: each element with the
     * parameter's name.
     */
    private boolean becameList(JsonNode old, JsonNode now) {
        return writer == Writer.CONSUMER
                && !typeOf(values.old(ValueComparison.schemaOf(old))).equals("array")
                && typeOf(values.now(ValueComparison.schemaOf(now))).equals("array")
                && ParameterNames.form(old).startsWith("form")
                && ParameterNames.effective(now, "explode").equals("true")
                && ParameterNames.form(now).startsWith("form");
    }

    private void listed(Place place, JsonNode old, JsonNode now) {
        JsonNode list = values.now(ValueComparison.schemaOf(now));
        values.differences().add(place, "type", Effect.ADDITION, "several values allowed", old, now);
        if (list.path("minItems").asInt() > 1) {
            String words = "minItems " + list.path("minItems").asInt() + " added";
            values.report(place, "minItems", Direction.NARROWER, writer, words, old, now);
        }
        values.schema(place, ValueComparison.schemaOf(old), list.path("items"), Judgement.of(writer));
    }

    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.size() == 1 ? type.get(0).asText() : type.asText();
    }

    private void serialization(Place place, JsonNode old, JsonNode now) {
        for (String keyword : List.of("style", "explode", "allowReserved")) {
            String was = ParameterNames.effective(old, keyword);
            String is = ParameterNames.effective(now, keyword);
            if (!was.equals(is)) {
                String words = keyword + " changed from " + was + " to " + is;
                values.report(place, keyword, Direction.OTHER, writer, words, old, now);
            }
        }
        boolean was = old.path("allowEmptyValue").asBoolean();
        if (was && !now.path("allowEmptyValue").asBoolean()) {
            String words = "empty value no longer allowed";
            values.report(place, "allowEmptyValue", Direction.NARROWER, writer, words, old, now);
        }
    }

    private void body(String operation, OperationDocument old, OperationDocument now) {
        Place place = Place.request(operation, Place.BODY);
        JsonNode before = old.requestBody();
        JsonNode after = now.requestBody();
        values.required(place, before, after, writer);
        if (before.isMissingNode() && !after.isMissingNode()) {
            // Old readers do not expect a body; old writers omit it, which breaks only if it is required.
            values.report(place, "body", Direction.WIDER, writer, "body added", null, after);
        } else if (!before.isMissingNode() && after.isMissingNode()) {
            values.report(place, "body", Direction.OTHER, writer, "body removed", before, null);
        } else {
            values.extensions(place, before, after, writer);
            new ContentComparison(values, writer).compare(place, before, after);
        }
    }
}
