package dev.remoteassistance.server.http;

import dev.remoteassistance.model.InnerError;
import dev.remoteassistance.server.contract.Contract;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpFields;

/**
 * The two ids of a request.
 *
 * @param requestId the server's id, a GUID
 * @param clientRequestId the caller's id; the server's if the caller sent none that the contract allows
 */
public record RequestIds(String requestId, String clientRequestId) {

    /** Name of the response header and the log field, which is also the name in the error body. */
    public static final String REQUEST_ID = InnerError.JSON_PROPERTY_REQUEST_ID;

    public static final String CLIENT_REQUEST_ID = InnerError.JSON_PROPERTY_CLIENT_REQUEST_ID;

    void putOn(HttpFields.Mutable headers) {
        headers.put(REQUEST_ID, requestId);
        headers.put(CLIENT_REQUEST_ID, clientRequestId);
    }

    /** Makes the ids of requests, by the contract's rule for the caller's header. */
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
