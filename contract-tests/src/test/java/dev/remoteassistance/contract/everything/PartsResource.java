package dev.remoteassistance.contract.everything;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.everything.api.PartsApi;
import dev.remoteassistance.everything.model.AnyValues;
import dev.remoteassistance.everything.model.ComposedObject;
import dev.remoteassistance.model.json.JsonPolicy;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gives back what it gets, as the bytes of its JSON: which of an operation's media types they have is up to the caller. */
public final class PartsResource implements PartsApi {

    private static final JsonMapper MAPPER = JsonPolicy.newMapper();

    @Override
    public CompletionStage<Response> changeParts(ComposedObject parts, String clientRequestId) {
        return CompletableFuture.completedFuture(
                Response.status(Response.Status.CREATED).entity(bytes(parts)).build());
    }

    @Override
    public CompletionStage<Response> packParts(AnyValues values, String clientRequestId) {
        return CompletableFuture.completedFuture(Response.ok(bytes(values)).build());
    }

    @Override
    public CompletionStage<Response> removeParts(String clientRequestId) {
        return CompletableFuture.completedFuture(Response.noContent().build());
    }

    private static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
