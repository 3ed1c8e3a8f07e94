package dev.remoteassistance.server.auth;

import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.http.AdmissionHandler;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RequestRecord;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;

/** Refuses callers that do not hold one of the sets of permissions that the contract names for the operation. */
public final class PermissionCheck implements AdmissionHandler.Check {

    @Override
    public void check(Request request, RequestRecord record) {
        Operation operation = record.operation().orElseThrow();
        Caller caller = BearerCheck.callerOf(request);
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
