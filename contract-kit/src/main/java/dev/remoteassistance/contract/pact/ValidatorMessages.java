package dev.remoteassistance.contract.pact;

import au.com.dius.pact.core.model.IHttpPart;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.IResponse;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.validation.AssumedType;
import dev.remoteassistance.contract.validation.JsonBytes;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            assumed(request, documented).ifPresent(type -> simple.withHeader(CONTENT_TYPE, type));
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
        SimpleResponse.Builder simple = SimpleResponse.Builder.status(response.getStatus());
        documented.checked(response.getHeaders()).forEach((name, values) -> simple.withHeader(name, values));
        if (response.getBody().isPresent()) {
            simple.withBody(BodyText.of(response));
            assumed(response, documented.answer())
                    .map(documented::checked)
                    .ifPresent(type -> simple.withHeader(CONTENT_TYPE, type));
        }
        return simple.build();
    }

    /**
     * A response that a provider sent.
     *
     * @param documented the response that the contract documents for its status
     */
    static SimpleResponse answer(Exchange exchange, DocumentedAnswer documented) {
        SimpleResponse.Builder simple = SimpleResponse.Builder.status(exchange.status());
        documented.checked(exchange.responseHeaders()).forEach((name, values) -> simple.withHeader(name, values));
        if (!exchange.responseBody().isEmpty()) {
            simple.withBody(exchange.responseBody());
            if (exchange.responseHeader(CONTENT_TYPE).isEmpty()) {
                documented
                        .answer()
                        .flatMap(holder -> AssumedType.of(holder, null))
                        .map(documented::checked)
                        .ifPresent(type -> simple.withHeader(CONTENT_TYPE, type));
            }
        }
        return simple.build();
    }

    /** What the validator says, with the contract's own media type in place of the one that is checked. */
    static String words(ValidationReport.Message message) {
        return message.getKey() + ": " + message.getMessage().replace(JsonBytes.CHECKED, JsonBytes.MEDIA_TYPE);
    }

    private static Optional<String> assumed(IHttpPart part, Optional<JsonNode> documented) {
        return part.hasHeader(CONTENT_TYPE)
                ? Optional.empty()
                : documented.flatMap(holder ->
                        AssumedType.of(holder, part.determineContentType().getBaseType()));
    }
}
