package dev.remoteassistance.server.auth;

import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.OperationFilter;
import dev.remoteassistance.server.http.RefusalException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.stream.Collectors;

/** Lets a caller pass who holds one of the permissions that the contract names for the operation. */
@PreMatching
@Priority(Priorities.AUTHORIZATION)
public final class PermissionFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        Operation operation = OperationFilter.of(request).orElseThrow();
        Caller caller = BearerFilter.of(request);
        if (!operation.permits(caller.permissions())) {
            String alternatives = operation.permissionAlternatives().stream()
                    .map(needed -> String.join(" and ", needed))
                    .collect(Collectors.joining(", or "));
            throw new RefusalException(
                    ErrorCode.FORBIDDEN,
                    "The %s lacks the permission for this operation; it takes %s."
                            .formatted(caller.kind() == CallerKind.APP ? "application" : "user", alternatives));
        }
    }
}
