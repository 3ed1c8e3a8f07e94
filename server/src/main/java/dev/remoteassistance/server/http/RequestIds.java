package dev.remoteassistance.server.http;

import dev.remoteassistance.model.InnerError;
import dev.remoteassistance.server.contract.Contract;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpFields;

/**
 * The two names of a request.
 *
 * @param requestId the server's, a GUID
 * @param clientRequestId the caller's, or the server's where the caller sent none that the contract allows
 */
public record RequestIds(String requestId, String clientRequestId) {

    /** Header and log field; in the header as in the error body it has the same name. */
    public static final String REQUEST_ID = InnerError.JSON_PROPERTY_REQUEST_ID;

    public static final String CLIENT_REQUEST_ID = InnerError.JSON_PROPERTY_CLIENT_REQUEST_ID;

    void putOn(HttpFields.Mutable headers) {
        headers.put(REQUEST_ID, requestId);
        headers.put(CLIENT_REQUEST_ID, clientRequestId);
    }

    /** Names requests by the contract's rule for the caller's header. */
    public static final class Source {

        private final Predicate<String> allowed;

        public Source(Contract contract) {
            this.allowed = contract.headerRule("ClientRequestId");
        }

        public RequestIds next(String clientRequestId) {
            String requestId = UUID.randomUUID().toString();
            return new RequestIds(
                    requestId, clientRequestId != null && allowed.test(clientRequestId) ? clientRequestId : requestId);
        }
    }
}
