package dev.remoteassistance.server.front;

import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.http.AdmissionHandler;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RequestRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Finds the contract's operation. Refuses what the contract does not describe, such as the OPTIONS of JAX-RS. */
public final class OperationCheck implements AdmissionHandler.Check {

    private final Contract contract;

    public OperationCheck(Contract contract) {
        this.contract = contract;
    }

    @Override
    public void check(Request request, RequestRecord record) {
        List<Operation> candidates =
                contract.operationsAt(SyntaxCheck.of(request).getPath());
        if (candidates.isEmpty()) {
            throw new RefusalException(ErrorCode.NOT_FOUND);
        }
        record.operation(candidates.stream()
                .filter(candidate -> candidate.method().equals(request.getMethod()))
                .findFirst()
                .orElseThrow(() -> methodNotAllowed(candidates)));
    }

    private static RefusalException methodNotAllowed(List<Operation> candidates) {
        String allowed = candidates.stream().map(Operation::method).sorted().collect(Collectors.joining(", "));
        return new RefusalException(
                ErrorCode.METHOD_NOT_ALLOWED,
                "The resource does not support this method; it supports %s.".formatted(allowed),
                Map.of(HttpHeader.ALLOW.asString(), allowed));
    }
}
