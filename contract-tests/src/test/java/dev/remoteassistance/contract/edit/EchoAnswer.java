package dev.remoteassistance.contract.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;

/** What the resources of a batch answer with: the JSON of a body, in whichever media type the operation answers. */
public final class EchoAnswer {

    private static final JsonMapper MAPPER = JsonPolicy.newMapper();

    private EchoAnswer() {}

    /**
     * Makes an answer.
     *
     * @param body as it was received; null for none
     */
    public static Response of(Object body) {
        try {
            return Response.ok(body == null ? null : MAPPER.writeValueAsBytes(body))
                    .build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
