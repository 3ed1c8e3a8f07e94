package dev.remoteassistance.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds headers that a consumer expects in a response and the contract does not promise. */
public final class UndocumentedHeaders {

    /** Headers that HTTP or an intermediary may add, or that the contract describes by other keywords; in lower case. */
    private static final Set<String> OF_HTTP = Set.of(
            "age",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "server",
            "transfer-encoding",
            "vary",
            "via");

    private UndocumentedHeaders() {}

    /** Returns a fault for each name that the documented response does not have. */
    public static Stream<String> faults(OperationDocument operation, JsonNode answer, Collection<String> names) {
        Set<String> documented = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        operation.headers(answer).forEach(header -> documented.add(header.getKey()));
        return names.stream()
                .filter(name -> !documented.contains(name) && !OF_HTTP.contains(name.toLowerCase(Locale.ROOT)))
                .map(name -> "the answer is expected to have the header " + name + ", which is not documented");
    }
}
