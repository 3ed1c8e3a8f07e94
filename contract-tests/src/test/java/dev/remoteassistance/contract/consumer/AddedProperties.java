package dev.remoteassistance.contract.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The properties and values of {@code added-properties.yaml}, which is where a new property gets its line. */
final class AddedProperties {

    private final JsonNode values;

    private AddedProperties(JsonNode values) {
        this.values = values;
    }

    static AddedProperties read() throws IOException {
        try (InputStream yaml = AddedProperties.class.getResourceAsStream("/added-properties.yaml")) {
            return new AddedProperties(new YAMLMapper().readTree(yaml));
        }
    }

    /** Puts null for each of them into a payload. */
    void putNulls(ObjectNode payload) {
        values.fieldNames().forEachRemaining(payload::putNull);
    }

    /** Bodies in which each of them has each of its values; at least one body. */
    List<String> bodies() {
        int most = 1;
        for (JsonNode each : values) {
            most = Math.max(most, each.size());
        }
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ObjectNode payload = body.putObject("reportingPayload").put("id", "a");
            for (Map.Entry<String, JsonNode> each : values.properties()) {
                JsonNode choice = each.getValue();
                payload.set(each.getKey(), choice.required(Math.min(i, choice.size() - 1)));
            }
            bodies.add(body.toString());
        }
        return bodies;
    }
}
