package dev.remoteassistance.contract.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.http.Body;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Changes of requests and responses, from which broken servers and clients are made. */
public final class WireEdits {

    private static final String AUTHORIZATION = "Authorization";
    private static final JsonMapper JSON = JsonPolicy.newMapper();

    private WireEdits() {}

    /** Changes the responses of one status only. */
    public static UnaryOperator<Response> at(int status, UnaryOperator<Response> change) {
        return answer -> answer.getStatus() == status ? change.apply(answer) : answer;
    }

    public static UnaryOperator<Response> status(int status) {
        return answer -> Response.Builder.like(answer).but().status(status).build();
    }

    public static UnaryOperator<Response> header(String name, String value) {
        return answer -> withoutHeader(name)
                .andThen(rest -> Response.Builder.like(rest)
                        .but()
                        .headers(rest.getHeaders().plus(new HttpHeader(name, value)))
                        .build())
                .apply(answer);
    }

    /** Returns the same response if it has no such header. */
    public static UnaryOperator<Response> withoutHeader(String name) {
        return answer -> {
            List<HttpHeader> rest = answer.getHeaders().all().stream()
                    .filter(header -> !header.keyEquals(name))
                    .toList();
            return answer.getHeaders().getHeader(name).isPresent()
                    ? Response.Builder.like(answer)
                            .but()
                            .headers(new HttpHeaders(rest))
                            .build()
                    : answer;
        };
    }

    public static UnaryOperator<Response> text(String body) {
        return answer -> Response.Builder.like(withoutHeader("Content-Length").apply(answer))
                .but()
                .body(body)
                .build();
    }

    /** Changes the JSON of a body. Returns the same response if the change is none. */
    public static UnaryOperator<Response> json(UnaryOperator<JsonNode> change) {
        return answer -> {
            JsonNode given = read(answer.getBodyAsString());
            JsonNode changed = change.apply(given.deepCopy());
            return changed.equals(given) ? answer : text(write(changed)).apply(answer);
        };
    }

    /** Changes the object {@code error} of a body. */
    public static UnaryOperator<Response> error(Consumer<ObjectNode> change) {
        return json(root -> {
            change.accept((ObjectNode) root.get("error"));
            return root;
        });
    }

    /** Changes the JSON of a request's body. Returns the same request if the change is none. */
    public static Request body(Request request, UnaryOperator<JsonNode> change) {
        JsonNode sent = read(request.getBodyAsString());
        JsonNode changed = change.apply(sent.deepCopy());
        return changed.equals(sent)
                ? request
                : RequestWrapper.create()
                        .transformBody(body -> new Body(write(changed)))
                        .wrap(request);
    }

    /** Changes the payload of a request, if it has one. */
    public static Request payload(Request request, Consumer<ObjectNode> change) {
        return body(request, root -> {
            if (root.path("reportingPayload") instanceof ObjectNode payload) {
                change.accept(payload);
            }
            return root;
        });
    }

    /** Changes a member of an object, if it is there. */
    public static void member(ObjectNode object, String name, UnaryOperator<JsonNode> change) {
        if (object.has(name)) {
            object.set(name, change.apply(object.get(name)));
        }
    }

    /** Returns the same request if it has no such header. */
    public static Request without(Request request, String header) {
        return request.containsHeader(header)
                ? RequestWrapper.create().removeHeader(header).wrap(request)
                : request;
    }

    /** Returns the same request if its header has this value already. */
    public static Request with(Request request, String header, String value) {
        if (request.containsHeader(header) && request.header(header).values().equals(List.of(value))) {
            return request;
        }
        RequestWrapper.Builder change = RequestWrapper.create();
        return (request.containsHeader(header)
                        ? change.transformHeader(header, values -> List.of(value))
                        : change.addHeader(header, value))
                .wrap(request);
    }

    public static Request withToken(Request request, String token) {
        return with(request, AUTHORIZATION, "Bearer " + token);
    }

    /** Returns the claims of a request's token, unverified; empty without a token. */
    public static Map<String, Object> claims(Request request) {
        return Optional.ofNullable(request.getHeader(AUTHORIZATION))
                .map(WireEdits::claims)
                .orElse(Map.of());
    }

    /** Returns the claims of the token in a header, unverified. */
    public static Map<String, Object> claims(String authorization) {
        try {
            JWTClaimsSet claims =
                    SignedJWT.parse(authorization.replaceFirst("^Bearer ", "")).getJWTClaimsSet();
            return claims.getClaims();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
