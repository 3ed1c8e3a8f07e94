package dev.remoteassistance.contract.validation;

import com.atlassian.oai.validator.model.ApiPathImpl;
import com.atlassian.oai.validator.model.NormalisedPath;
import com.atlassian.oai.validator.model.NormalisedPathImpl;
import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds which operation of a contract a request with a method and a path is for. */
final class OperationSearch {

    private static final Pattern WITHOUT_PATH = Pattern.compile("(\\w+://[^/]*)?/?");

    private final String method;
    private final String path;
    private final NormalisedPath normalised;
    private final Map<String, Boolean> fits = new ConcurrentHashMap<>();

    OperationSearch(String method, String path) {
        this.method = method;
        this.path = path;
        normalised = new NormalisedPathImpl(path, "");
    }

    /** The operation; empty if the contract has none. */
    Optional<OperationDocument> in(ContractDocument document) {
        return document.operation(method, path);
    }

    /** Returns the operations whose path matches the request by the validator's rules, whatever their method. */
    Stream<OperationDocument> candidates(ContractDocument document) {
        return document.operations().stream().filter(operation -> fits(operation.path()));
    }

    /**
     * Whether the validator, too, finds the operation that this class finds, or none. The validator also accepts paths
     * below a server's path, ignores a trailing slash and case, and chooses differently among several matching paths.
     */
    boolean isCertain(ContractDocument document) {
        List<OperationDocument> candidates = candidates(document)
                .filter(operation -> operation.method().equalsIgnoreCase(method))
                .toList();
        return haveNoPath(document.root().path("servers"))
                && candidates.size() <= 1
                && candidates.stream().allMatch(operation -> operation.matches(method, path));
    }

    private static boolean haveNoPath(JsonNode servers) {
        return servers.findValuesAsText("url").stream()
                        .allMatch(url -> WITHOUT_PATH.matcher(url).matches())
                && servers.findValuesAsText("default").stream().noneMatch(value -> value.contains("/"));
    }

    private boolean fits(String template) {
        return fits.computeIfAbsent(template, any -> new ApiPathImpl(any, "").matches(normalised));
    }
}
