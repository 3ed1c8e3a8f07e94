package dev.remoteassistance.server.http;

import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.BearerToken;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.contract.Operation;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.BufferedResponseHandler;

/**
 * Requests that wait for nobody: not for the issuer's keys, since their token is known; not for the store, which answers
 * later; and not for a reader of the answer, since {@link #unhurried} lets Jetty send it when the reader is there.
 */
public final class SwiftRequest implements Predicate<Request> {

    private final Set<String> methods;
    private final AccessTokenVerifier verifier;

    public SwiftRequest(Contract contract, AccessTokenVerifier verifier) {
        this.methods = contract.operations().stream().map(Operation::method).collect(Collectors.toUnmodifiableSet());
        this.verifier = verifier;
    }

    @Override
    public boolean test(Request request) {
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return authorization != null
                && methods.contains(request.getMethod())
                && BearerToken.in(authorization).flatMap(verifier::cached).isPresent();
    }

    /** Returns a handler that gathers answers, so that whoever writes one does not wait for its reader. */
    public Handler unhurried(Handler handler) {
        BufferedResponseHandler buffer = new BufferedResponseHandler();
        methods.forEach(buffer::includeMethod);
        buffer.setHandler(handler);
        return buffer;
    }
}
