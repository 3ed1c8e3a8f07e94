package dev.remoteassistance.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Headers that a consumer expects of an answer and the contract does not promise. */
public final class UndocumentedHeaders {

    /** What HTTP itself or whoever passes an answer on may add, and what the contract says in other words. */
    private static final Set<String> OF_HTTP = caseless(Set.of(
            "Age",
            "Connection",
            "Content-Encoding",
            "Content-Length",
            "Content-Type",
            "Date",
            "Server",
            "Transfer-Encoding",
            "Vary",
            "Via"));

    private UndocumentedHeaders() {}

    /** One fault for each of the names that the answer does not document. */
    public static Stream<String> faults(OperationDocument operation, JsonNode answer, Collection<String> names) {
        Set<String> documented = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        operation.headers(answer).forEach(header -> documented.add(header.getKey()));
        return names.stream()
                .filter(name -> !documented.contains(name) && !OF_HTTP.contains(name))
                .map(name -> "the answer is expected to have the header " + name + ", which is not documented");
    }

    private static Set<String> caseless(Set<String> names) {
        Set<String> caseless = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        caseless.addAll(names);
        return caseless;
    }
}
