package dev.remoteassistance.server.http;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;

/** Answers what the constraints of the generated interfaces and models refuse. */
public final class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {

    private final ErrorResponses responses;

    @Inject
    public ConstraintViolationMapper(ErrorResponses responses) {
        this.responses = responses;
    }

    @Override
    public Response toResponse(ConstraintViolationException exception) {
        List<Fault> faults = ViolationFaults.of(exception.getConstraintViolations());
        // A target without a name is the body itself, and its only rule is that it must be there.
        return responses.of(
                faults.stream().anyMatch(fault -> fault.target().isEmpty())
                        ? new RefusalException(ErrorCode.BAD_REQUEST, JsonDocumentReader.EMPTY)
                        : RefusalException.ofFaults(faults));
    }
}
