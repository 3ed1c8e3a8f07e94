package dev.remoteassistance.server.http;

import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.contract.Operation;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the contract's operation of a request whose caller is known. What the contract does not have, not even the
 * automatic OPTIONS of JAX-RS, is not answered.
 */
@PreMatching
@Priority(OperationFilter.PRIORITY)
public final class OperationFilter implements ContainerRequestFilter {

    /**
     * After authentication, so that strangers cannot explore, and after the count of requests, so that nobody explores
     * without end; before the check of the operation's permission.
     */
    static final int PRIORITY = Priorities.AUTHENTICATION + 2;

    static final String NO_SUCH_RESOURCE = "There is no such resource.";

    private static final String PROPERTY = Operation.class.getName();

    private final Contract contract;

    @Inject
    public OperationFilter(Contract contract) {
        this.contract = contract;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        List<Operation> candidates =
                contract.operationsAt(request.getUriInfo().getRequestUri().getPath());
        if (candidates.isEmpty()) {
            throw new RefusalException(ErrorCode.NOT_FOUND, NO_SUCH_RESOURCE);
        }
        Operation operation = candidates.stream()
                .filter(candidate -> candidate.method().equals(request.getMethod()))
                .findFirst()
                .orElseThrow(() -> methodNotAllowed(candidates));
        request.setProperty(PROPERTY, operation);
        RequestRecord.of(request).route(operation.path());
    }

    private static RefusalException methodNotAllowed(List<Operation> candidates) {
        String allowed = candidates.stream().map(Operation::method).sorted().collect(Collectors.joining(", "));
        return new RefusalException(
                ErrorCode.METHOD_NOT_ALLOWED,
                "The resource does not support this method; it supports %s.".formatted(allowed),
                Map.of(HttpHeaders.ALLOW, allowed));
    }

    /** Returns the operation that a request addresses; empty before this filter has run. */
    public static Optional<Operation> of(ContainerRequestContext request) {
        return Optional.ofNullable((Operation) request.getProperty(PROPERTY));
    }
}
