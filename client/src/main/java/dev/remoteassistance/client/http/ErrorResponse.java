package dev.remoteassistance.client.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.remoteassistance.client.generated.ApiClient;
import dev.remoteassistance.model.ErrorDetails;
import dev.remoteassistance.model.InnerError;
import dev.remoteassistance.model.MainError;
import dev.remoteassistance.model.ODataError;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer that its operation does not promise.
 *
 * @param uri the address to which the request was sent
 * @param status HTTP status
 * @param error the Graph error, if the body is one
 * @param problem what is wrong with the content of an answer that has the right status
 * @param requestId the server's id of the request
 * @param retryAfter how long the server asks to wait
 */
public record ErrorResponse(
        URI uri,
        int status,
        Optional<MainError> error,
        Optional<String> problem,
        Optional<String> requestId,
        Optional<Duration> retryAfter) {

    /** A Graph error takes a few kilobytes; a longer body comes from some other server. */
    private static final int MAX_BODY_BYTES = 1 << 20;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private static final ObjectReader READER = JsonPolicy.newMapper().readerFor(ODataError.class);

    /** Reads a refusal. */
    static ErrorResponse read(HttpResponse<InputStream> response) throws IOException {
        return of(response, error(response), Optional.empty());
    }

    /** Describes an answer with the right status and wrong content. */
    static ErrorResponse unreadable(HttpResponse<InputStream> response, String problem) {
        return of(response, Optional.empty(), Optional.of(problem));
    }

    private static ErrorResponse of(
            HttpResponse<InputStream> response, Optional<MainError> error, Optional<String> problem) {
        return new ErrorResponse(
                response.uri(),
                response.statusCode(),
                error,
                problem,
                // The header has the same name as the property of the error body.
                response.headers().firstValue(InnerError.JSON_PROPERTY_REQUEST_ID),
                response.headers()
                        .firstValue("Retry-After")
                        .flatMap(value -> RetryAfter.parse(value, Clock.systemUTC())));
    }

    private static Optional<MainError> error(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = ApiClient.getResponseBody(response)) {
            return body == null
                    ? Optional.empty()
                    : Optional.ofNullable(READER.<ODataError>readValue(body.readNBytes(MAX_BODY_BYTES)))
                            .map(ODataError::getError);
        } catch (JacksonException notAGraphError) {
            return Optional.empty();
        }
    }

    public List<ErrorDetails> details() {
        return error.map(MainError::getDetails).orElse(List.of()).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** Describes the answer without its control characters, which could forge log lines or move a terminal's cursor. */
    public String describe() {
        StringBuilder text = new StringBuilder("HTTP ").append(status);
        error.ifPresent(
                graph -> text.append(' ').append(graph.getCode()).append(": ").append(graph.getMessage()));
        text.append(" (POST ").append(uri);
        requestId.ifPresent(id -> text.append(", request-id ").append(id));
        text.append(')');
        problem.ifPresent(words -> text.append(": ").append(words));
        return CONTROL.matcher(text).replaceAll("\uFFFD");
    }

    /** Returns whether the same request may succeed a little later. A server that stops can answer 408 too. */
    public boolean isTransient() {
        return status == 408 || status == 429 || status == 503 || status == 504;
    }
}
