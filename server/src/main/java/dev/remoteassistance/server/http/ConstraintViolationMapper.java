package dev.remoteassistance.server.http;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers what the constraints of the generated interfaces and models refuse. */
public final class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {

    private final ErrorResponses responses;

    @Inject
    public ConstraintViolationMapper(ErrorResponses responses) {
        this.responses = responses;
    }

    @Override
    public Response toResponse(ConstraintViolationException exception) {
        return responses.of(RefusalException.ofFaults(ViolationFaults.of(exception.getConstraintViolations())));
    }
}
