package dev.remoteassistance.contract.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where an operation is served. */
final class ServerUrls {

    /** More addresses of one server are cut off; nobody lists so many. */
    private static final int MAX_URLS = 1_000;

    private ServerUrls() {}

    /** The addresses of the operation, else of its path, else of the document, with all listed values of variables. */
    static Set<String> of(OperationDocument operation) {
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
                    if (filled.size() < MAX_URLS) {
                        filled.add(url.replace("{" + variable.getKey() + "}", value));
                    }
                }
            }
            urls = filled;
        }
        Set<String> normal = new LinkedHashSet<>();
        urls.forEach(url -> normal.add(url.endsWith("/") ? url.substring(0, url.length() - 1) : url));
        return normal;
    }

    /** The listed values; without a list only the default is promised. */
    private static Set<String> values(JsonNode variable) {
        Set<String> values = new LinkedHashSet<>();
        variable.path("enum").forEach(value -> values.add(value.asText()));
        values.add(variable.path("default").asText());
        return values;
    }
}
