package dev.remoteassistance.server.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.IOException;

/** Finds the id in a stored payload: to the letter, where the column for it may lack characters. */
final class PayloadId {

    private static final JsonFactory FACTORY = JsonPolicy.newMapper().getFactory();

    private PayloadId() {}

    static String of(String payload) {
        try (JsonParser parser = FACTORY.createParser(payload)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(RemoteAssistanceReporting.JSON_PROPERTY_ID);
                parser.nextToken();
                if (found) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
            throw new IllegalStateException("A stored payload has no id");
        } catch (IOException e) {
            throw new IllegalStateException("A stored payload cannot be read", StrippedException.of(e));
        }
    }
}
