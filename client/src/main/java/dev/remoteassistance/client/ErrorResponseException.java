package dev.remoteassistance.client;

import dev.remoteassistance.client.http.ErrorResponse;
import dev.remoteassistance.model.ErrorDetails;
import dev.remoteassistance.model.MainError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Thrown if the server answered, but not as the operation promises. There is a subclass for each case that callers
 * handle differently. All other cases, such as a redirect or a report that cannot be read, are instances of this class
 * itself.
 */
public sealed class ErrorResponseException extends RemoteAssistanceException
        permits InvalidReportException,
                InvalidQueryException,
                AuthenticationException,
                PermissionException,
                ThrottledException,
                ServerException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String requestId;
    private final Duration retryAfter;
    /** Transient, because the model is not serializable. */
    private final transient List<ErrorDetails> details;

    ErrorResponseException(ErrorResponse response, String clientRequestId) {
        super(response.describe(), null, clientRequestId);
        this.status = response.status();
        this.code = response.error().map(MainError::getCode).orElse(null);
        this.requestId = response.requestId().orElse(null);
        this.retryAfter = response.retryAfter().orElse(null);
        this.details = response.details();
    }

    /**
     * Returns the HTTP status.
     *
     * @return 100 to 599; the status of success only if the content cannot be read
     */
    public int status() {
        return status;
    }

    /**
     * Returns Graph's code, such as {@code ModelValidationFailure}.
     *
     * @return empty if the answer has no Graph error body, as from a proxy
     */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /**
     * Returns the faults that the server found in the request, each with the path of its property.
     *
     * @return unmodifiable, in the server's order; empty if the answer lists none, or if this exception was serialized
     */
    public List<ErrorDetails> details() {
        return details == null ? List.of() : details;
    }

    /**
     * Returns the server's id of the last attempt. Support can find the attempt by it.
     *
     * @return empty if the answer carries none
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Returns how long the server asks to wait before the request is sent again.
     *
     * @return empty if it does not say so
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
