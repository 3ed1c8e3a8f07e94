package dev.remoteassistance.server.http;

import java.util.Arrays;
import java.util.Optional;

/** Every code that an error body can carry, with its HTTP status. */
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
    TOO_MANY_REQUESTS("TooManyRequests", 429),
    REQUEST_HEADER_FIELDS_TOO_LARGE("RequestHeaderFieldsTooLarge", 431),
    INTERNAL_SERVER_ERROR("InternalServerError", 500),
    SERVICE_UNAVAILABLE("ServiceUnavailable", 503),
    HTTP_VERSION_NOT_SUPPORTED("HttpVersionNotSupported", 505);

    private final String code;
    private final int status;

    ErrorCode(String code, int status) {
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** Returns the general code of a status. */
    public static Optional<ErrorCode> ofStatus(int status) {
        return Arrays.stream(values()).filter(code -> code.status == status).findFirst();
    }
}
