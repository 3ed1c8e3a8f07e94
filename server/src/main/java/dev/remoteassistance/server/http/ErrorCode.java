package dev.remoteassistance.server.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All kinds of refusals: code in the error body, HTTP status, default message, and, if a retry can help, the time to
 * wait. Some share the code {@code ServiceUnavailable}, because the caller has to do the same.
 */
public enum ErrorCode {
    BAD_REQUEST("BadRequest", 400, "The request or its address is malformed."),
    MODEL_VALIDATION_FAILURE("ModelValidationFailure", 400, "The request breaks rules of the contract."),
    INVALID_AUTHENTICATION_TOKEN("InvalidAuthenticationToken", 401, "The access token is not valid."),
    FORBIDDEN("Forbidden", 403, "The caller may not do this."),
    NOT_FOUND("NotFound", 404, "There is no such resource."),
    METHOD_NOT_ALLOWED("MethodNotAllowed", 405, "The resource does not support this method; see the Allow header."),
    NOT_ACCEPTABLE("NotAcceptable", 406, "The Accept header rules out every type of the answer."),
    REQUEST_TIMEOUT("RequestTimeout", 408, "The request did not arrive in time."),
    REQUEST_ENTITY_TOO_LARGE("RequestEntityTooLarge", 413, "The body is too large."),
    URI_TOO_LONG("UriTooLong", 414, "The address of the request is too long."),
    UNSUPPORTED_MEDIA_TYPE("UnsupportedMediaType", 415, "The body must be sent with Content-Type: application/json."),
    /** The throttle computes the time to wait for each refusal. */
    TOO_MANY_REQUESTS("TooManyRequests", 429, "There are too many requests."),
    REQUEST_HEADER_FIELDS_TOO_LARGE("RequestHeaderFieldsTooLarge", 431, "The header of the request is too large."),
    INTERNAL_SERVER_ERROR(
            "InternalServerError",
            500,
            "The server failed. Sending the request again is safe; support can find it by its request-id."),
    /** About as long as a restart takes. */
    SERVICE_UNAVAILABLE(
            "ServiceUnavailable", 503, "The server is about to stop. Sending the request again is safe.", 5),
    /** About as long as a database takes to come back. */
    STORE_UNAVAILABLE(
            "ServiceUnavailable",
            503,
            "The store cannot be reached at the moment. Sending the request again is safe.",
            5),
    KEYS_UNAVAILABLE("ServiceUnavailable", 503, "Access tokens cannot be verified at the moment.", 10),
    /** A full queue, or exhausted memory for large bodies, becomes free within a second. */
    OVERLOADED(
            "ServiceUnavailable",
            503,
            "The server has too much to do at the moment. Sending the request again is safe.",
            1),
    HTTP_VERSION_NOT_SUPPORTED("HttpVersionNotSupported", 505, "The request must be HTTP/1.1.");

    private final String code;
    private final int status;
    private final String message;
    private final OptionalInt retryAfterSeconds;

    ErrorCode(String code, int status, String message) {
        this(code, status, message, OptionalInt.empty());
    }

    ErrorCode(String code, int status, String message, int retryAfterSeconds) {
        this(code, status, message, OptionalInt.of(retryAfterSeconds));
    }

    ErrorCode(String code, int status, String message, OptionalInt retryAfterSeconds) {
        this.code = code;
        this.status = status;
        this.message = message;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public String message() {
        return message;
    }

    /** Returns the value of {@code Retry-After}; empty if a retry does not help, or if the refusal itself sets it. */
    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Returns the general code of a status. A status without one gets the code of its class: 400 or 500. */
    public static ErrorCode ofStatus(int status) {
        Optional<ErrorCode> exact =
                Arrays.stream(values()).filter(code -> code.status == status).findFirst();
        return exact.orElse(status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL_SERVER_ERROR);
    }
}
