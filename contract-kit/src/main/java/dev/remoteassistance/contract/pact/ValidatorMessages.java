package dev.remoteassistance.contract.pact;

import au.com.dius.pact.core.model.IHttpPart;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.IResponse;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.validation.JsonBytes;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Converts requests and responses for the validator, and what it says of them into words. A body that states no media type gets
 * an assumed one.
 */
final class ValidatorMessages {

    private static final String CONTENT_TYPE = "Content-Type";

    private ValidatorMessages() {}

    /**
     * A request.
     *
     * @param documented the body that the contract documents for it; empty if there is no such operation
     */
    static SimpleRequest request(IRequest request, Optional<JsonNode> documented) {
        SimpleRequest.Builder simple = new SimpleRequest.Builder(method(request.getMethod()), request.getPath());
        request.getQuery().forEach((name, values) -> simple.withQueryParam(name, List.copyOf(values)));
        request.getHeaders().forEach((name, values) -> simple.withHeader(name, List.copyOf(values)));
        if (request.getBody().isPresent()) {
            simple.withBody(BodyText.of(request));
            assumed(request.getHeaders(), documented, () -> detected(request))
                    .ifPresent(type -> simple.withHeader(CONTENT_TYPE, type));
        }
        return simple.build();
    }

    /**
     * A request that is in no pact.
     *
     * @param target path and query, encoded
     * @param headers by name
     * @param body text; empty for none
     */
    static SimpleRequest request(String method, String target, Map<String, String> headers, String body) {
        URI address = URI.create(target);
        SimpleRequest.Builder simple = new SimpleRequest.Builder(method(method), address.getPath());
        Stream.ofNullable(address.getRawQuery())
                .flatMap(query -> Stream.of(query.split("&")))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> simple.withQueryParam(decoded(pair[0]), decoded(pair[1])));
        headers.forEach(simple::withHeader);
        if (!body.isEmpty()) {
            simple.withBody(body);
        }
        return simple.build();
    }

    static Request.Method method(String name) {
        return Request.Method.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /**
     * A response.
     *
     * @param documented the response that the contract documents for its status
     */
    static SimpleResponse answer(IResponse response, DocumentedAnswer documented) {
        return answer(
                response.getStatus(),
                response.getHeaders(),
                BodyText.of(response),
                documented,
                () -> detected(response));
    }

    /**
     * A response that a provider sent.
     *
     * @param documented the response that the contract documents for its status
     */
    static SimpleResponse answer(Exchange exchange, DocumentedAnswer documented) {
        return answer(exchange.status(), exchange.responseHeaders(), exchange.responseBody(), documented, () -> null);
    }

    private static SimpleResponse answer(
            int status,
            Map<String, List<String>> headers,
            String body,
            DocumentedAnswer documented,
            Supplier<String> detected) {
        SimpleResponse.Builder simple = SimpleResponse.Builder.status(status);
        documented.checked(headers).forEach((name, values) -> simple.withHeader(name, values));
        if (!body.isEmpty()) {
            simple.withBody(body);
            assumed(headers, documented.answer(), detected)
                    .map(documented::checked)
                    .ifPresent(type -> simple.withHeader(CONTENT_TYPE, type));
        }
        return simple.build();
    }

    /** What the validator says, with the contract's own media type in place of the one that is checked. */
    static String words(ValidationReport.Message message) {
        return message.getKey() + ": " + message.getMessage().replace(JsonBytes.CHECKED, JsonBytes.MEDIA_TYPE);
    }

    /**
     * Finds a media type for a body that states none, because the validator does not check a body without one: the only
     * one that the contract documents or, of several, the one that the body looks like.
     *
     * @param holder a request's body or a response, with its {@code content}
     * @param detected what the body looks like; may give null
     */
    private static Optional<String> assumed(
            Map<String, List<String>> headers, Optional<JsonNode> holder, Supplier<String> detected) {
        if (holder.isEmpty() || Exchange.header(headers, CONTENT_TYPE).isPresent()) {
            return Optional.empty();
        }
        List<String> documented = new ArrayList<>();
        holder.get().path("content").fieldNames().forEachRemaining(documented::add);
        return documented.size() == 1
                ? Optional.of(documented.get(0))
                : documented.stream()
                        .filter(type -> type.equalsIgnoreCase(detected.get()))
                        .findFirst();
    }

    private static String detected(IHttpPart part) {
        return part.determineContentType().getBaseType();
    }
}
