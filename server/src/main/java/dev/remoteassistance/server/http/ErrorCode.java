package dev.remoteassistance.server.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Every refusal that has a code of its own, with its HTTP status and, where coming again helps, the time to wait. Several
 * share the code {@code ServiceUnavailable}, since they differ in that time alone.
 */
public enum ErrorCode {
    BAD_REQUEST("BadRequest", 400),
    MODEL_VALIDATION_FAILURE("ModelValidationFailure", 400),
    INVALID_AUTHENTICATION_TOKEN("InvalidAuthenticationToken", 401),
    FORBIDDEN("Forbidden", 403),
    NOT_FOUND("NotFound", 404),
    METHOD_NOT_ALLOWED("MethodNotAllowed", 405),
    NOT_ACCEPTABLE("NotAcceptable", 406),
    REQUEST_TIMEOUT("RequestTimeout", 408),
    REQUEST_ENTITY_TOO_LARGE("RequestEntityTooLarge", 413),
    URI_TOO_LONG("UriTooLong", 414),
    UNSUPPORTED_MEDIA_TYPE("UnsupportedMediaType", 415),
    /** The throttle knows how long to wait. */
    TOO_MANY_REQUESTS("TooManyRequests", 429),
    REQUEST_HEADER_FIELDS_TOO_LARGE("RequestHeaderFieldsTooLarge", 431),
    INTERNAL_SERVER_ERROR("InternalServerError", 500),
    /** The server stops: about as long as a restart takes. */
    SERVICE_UNAVAILABLE("ServiceUnavailable", 503, 5),
    /** The store is down: about as long as a database takes to come back. */
    STORE_UNAVAILABLE("ServiceUnavailable", 503, 5),
    /** The issuer's keys cannot be fetched. */
    KEYS_UNAVAILABLE("ServiceUnavailable", 503, 10),
    /** A queue is full, or the memory for large bodies is: either empties within a second. */
    OVERLOADED("ServiceUnavailable", 503, 1),
    HTTP_VERSION_NOT_SUPPORTED("HttpVersionNotSupported", 505);

    private static final int NEVER = 0;

    private final String code;
    private final int status;
    private final int retryAfterSeconds;

    ErrorCode(String code, int status) {
        this(code, status, NEVER);
    }

    ErrorCode(String code, int status, int retryAfterSeconds) {
        this.code = code;
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** The code in the error body. */
    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** The value of {@code Retry-After}; empty if coming again does not help, or the refusal itself knows. */
    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds == NEVER ? OptionalInt.empty() : OptionalInt.of(retryAfterSeconds);
    }

    /** Returns the general code of a status. */
    public static Optional<ErrorCode> ofStatus(int status) {
        return Arrays.stream(values()).filter(code -> code.status == status).findFirst();
    }
}
