package dev.remoteassistance.server.http;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.util.concurrent.CompletionException;

/**
 * Answers what went wrong in an asynchronous request as if it had gone wrong in a synchronous one. Jersey unwraps a failure
 * that is there when the resource returns; one that comes later, and most do, arrives in the wrapping of its stage.
 */
public final class CompletionExceptionMapper implements ExceptionMapper<CompletionException> {

    private final Provider<Providers> providers;

    @Inject
    public CompletionExceptionMapper(Provider<Providers> providers) {
        this.providers = providers;
    }

    @Override
    public Response toResponse(CompletionException exception) {
        Throwable cause = exception;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        // A CompletionException without a cause belongs to the mapper of the unexpected.
        return answer(cause instanceof CompletionException ? new IllegalStateException(exception) : cause);
    }

    private <T extends Throwable> Response answer(T failure) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) failure.getClass();
        return providers.get().getExceptionMapper(type).toResponse(failure);
    }
}
