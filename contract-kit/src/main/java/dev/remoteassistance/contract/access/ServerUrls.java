package dev.remoteassistance.contract.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists the URLs that serve an operation. */
public final class ServerUrls {

    private static final int MAX_URLS = 1_000;

    private ServerUrls() {}

    /**
     * Returns the URLs of the operation, else of its path, else of the document, with all listed values of their
     * variables.
     *
     * @throws RefusedContractException if a server has more than {@value #MAX_URLS}
     */
    public static Set<String> of(OperationDocument operation) {
        Set<String> urls = new LinkedHashSet<>();
        for (JsonNode holder : List.of(
                operation.node(), operation.pathItem(), operation.document().root())) {
            if (urls.isEmpty()) {
                holder.path("servers").forEach(server -> urls.addAll(urls(server)));
            }
        }
        return urls;
    }

    private static Set<String> urls(JsonNode server) {
        Set<String> urls = Set.of(server.path("url").asText());
        for (Map.Entry<String, JsonNode> variable : server.path("variables").properties()) {
            Set<String> filled = new LinkedHashSet<>();
            for (String url : urls) {
                for (String value : values(variable.getValue())) {
                    filled.add(url.replace("{" + variable.getKey() + "}", value));
                    if (filled.size() > MAX_URLS) {
                        throw new RefusedContractException(
                                "server " + server.path("url").asText(),
                                "its variables make more than " + MAX_URLS + " URLs, which are too many to compare");
                    }
                }
            }
            urls = filled;
        }
        Set<String> normal = new LinkedHashSet<>();
        urls.forEach(url -> normal.add(url.endsWith("/") ? url.substring(0, url.length() - 1) : url));
        return normal;
    }

    /** Returns the listed values and the default; without a list, the contract promises only the default. */
    private static Set<String> values(JsonNode variable) {
        Set<String> values = new LinkedHashSet<>();
        variable.path("enum").forEach(value -> values.add(value.asText()));
        values.add(variable.path("default").asText());
        return values;
    }
}
