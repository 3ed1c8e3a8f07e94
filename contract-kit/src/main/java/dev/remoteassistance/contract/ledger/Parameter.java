package dev.remoteassistance.contract.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A parameter of an operation, and the search for its values in a request.
 *
 * @param label its part of the request, and its name
 */
record Parameter(String label, Function<Evidence, Stream<String>> search) {

    static Parameter of(OperationDocument operation, JsonNode parameter) {
        String name = parameter.path("name").asText();
        String in = parameter.path("in").asText();
        Function<Evidence, Stream<String>> search = switch (in) {
            case "header" -> seen -> seen.requestHeader(name).stream();
            case "query" -> seen -> seen.query(name).stream();
            case "cookie" -> seen -> cookies(name, seen);
            case "path" -> seen -> operation.pathParameter(name, seen.path()).stream();
            default -> throw new IllegalArgumentException("a parameter in " + in + ": " + name);
        };
        return new Parameter(in + " " + name, search);
    }

    Stream<String> values(Evidence seen) {
        return search.apply(seen);
    }

    private static Stream<String> cookies(String name, Evidence seen) {
        return seen.requestHeader("Cookie").stream()
                .flatMap(cookies -> Stream.of(cookies.split(";")))
                .map(cookie -> cookie.strip().split("=", 2))
                .filter(cookie -> cookie.length == 2 && cookie[0].equals(name))
                .map(cookie -> cookie[1]);
    }
}
