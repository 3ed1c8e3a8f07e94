package dev.remoteassistance.server.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers what our own code refuses. */
public final class RefusalMapper implements ExceptionMapper<RefusalException> {

    private final ErrorResponses responses;

    @Inject
    public RefusalMapper(ErrorResponses responses) {
        this.responses = responses;
    }

    @Override
    public Response toResponse(RefusalException refusal) {
        return responses.of(refusal);
    }
}
