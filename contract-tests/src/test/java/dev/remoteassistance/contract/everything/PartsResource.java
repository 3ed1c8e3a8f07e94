package dev.remoteassistance.contract.everything;

import dev.remoteassistance.everything.api.PartsApi;
import dev.remoteassistance.everything.model.ComposedObject;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gives back what it gets. */
public final class PartsResource implements PartsApi {

    @Override
    public CompletionStage<Response> changeParts(ComposedObject parts, String clientRequestId) {
        return CompletableFuture.completedFuture(
                Response.status(Response.Status.CREATED).entity(parts).build());
    }

    @Override
    public CompletionStage<Response> removeParts(String clientRequestId) {
        return CompletableFuture.completedFuture(Response.noContent().build());
    }
}
