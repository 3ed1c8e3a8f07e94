package dev.remoteassistance.client.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.client.generated.ApiClient;
import dev.remoteassistance.client.session.SessionPage;
import dev.remoteassistance.model.Report;
import dev.remoteassistance.model.ReportStream;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Reads the answers to queries. Graph documents JSON with the report in Base64, but really sends the report itself as a
 * stream of bytes. The {@code Content-Type} tells which form an answer has.
 */
final class ReportReader {

    /** A thousand rows take about one megabyte. The JSON policy limits no text, so this limits every answer. */
    private static final int MAX_BODY_BYTES = 32 << 20;

    private static final JsonMapper MAPPER = JsonPolicy.newMapper();

    private ReportReader() {}

    static SessionPage readPage(HttpResponse<InputStream> response) throws IOException {
        return read(response, page -> page);
    }

    /** Reads a report whose only value is a number. */
    static Long readCount(HttpResponse<InputStream> response) throws IOException {
        return read(
                response,
                page -> onlyNumber(page).orElseThrow(() -> new IllegalArgumentException("its only value is null")));
    }

    /** Reads a report whose only value is a number of seconds, or null. */
    static Optional<Duration> readSeconds(HttpResponse<InputStream> response) throws IOException {
        return read(
                response,
                page -> onlyNumber(page).stream().mapToObj(Duration::ofSeconds).findAny());
    }

    private static OptionalLong onlyNumber(SessionPage page) {
        if (page.rows().size() != 1 || page.columns().size() != 1) {
            throw new IllegalArgumentException("it has %d rows of %d columns, not one of one"
                    .formatted(page.rows().size(), page.columns().size()));
        }
        return page.rows().get(0).number(page.columns().keySet().iterator().next());
    }

    private static <T> T read(HttpResponse<InputStream> response, Function<SessionPage, T> meaning) throws IOException {
        Operation.require(HttpURLConnection.HTTP_OK, response);
        try {
            return meaning.apply(SessionPage.of(report(response)));
        } catch (JacksonException quotesTheAnswer) {
            throw unreadable(response, "its JSON is malformed, or not that of a report");
        } catch (IllegalArgumentException notThatOfAReport) {
            throw unreadable(response, notThatOfAReport.getMessage());
        }
    }

    private static Refusal unreadable(HttpResponse<InputStream> response, String problem) {
        return new Refusal(ErrorResponse.unreadable(response, "the answer cannot be read: " + problem));
    }

    private static Report report(HttpResponse<InputStream> response) throws IOException {
        String mediaType = response.headers()
                .firstValue("Content-Type")
                .orElse("none")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (mediaType) {
            case "application/octet-stream" -> MAPPER.readValue(body(response), Report.class);
            case "application/json" ->
                MAPPER.readValue(decoded(MAPPER.readValue(body(response), ReportStream.class)), Report.class);
            default -> throw new IllegalArgumentException("its Content-Type is " + mediaType);
        };
    }

    private static byte[] body(HttpResponse<InputStream> response) throws IOException {
        byte[] body = ApiClient.getResponseBody(response).readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw new IllegalArgumentException(
                    "it has more than %d bytes; a smaller top of the query gives smaller answers"
                            .formatted(MAX_BODY_BYTES));
        }
        return body;
    }

    private static byte[] decoded(ReportStream stream) {
        if (stream == null || stream.getValue() == null) {
            throw new IllegalArgumentException("it has no value");
        }
        try {
            return Base64.getDecoder().decode(stream.getValue());
        } catch (IllegalArgumentException quotesACharacter) {
            throw new IllegalArgumentException("its value is not Base64");
        }
    }
}
