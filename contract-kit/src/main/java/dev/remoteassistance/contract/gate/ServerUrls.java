package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where an operation is served. */
final class ServerUrls {

    private ServerUrls() {}

    /** The addresses of the operation, else of its path, else of the document, with the defaults of their variables. */
    static Set<String> of(OperationDocument operation) {
        Set<String> urls = new LinkedHashSet<>();
        for (JsonNode holder : List.of(
                operation.node(), operation.pathItem(), operation.document().root())) {
            if (urls.isEmpty()) {
                holder.path("servers").forEach(server -> urls.add(url(server)));
            }
        }
        return urls;
    }

    private static String url(JsonNode server) {
        String url = server.path("url").asText();
        for (Map.Entry<String, JsonNode> variable : server.path("variables").properties()) {
            String value = variable.getValue().path("default").asText();
            url = url.replace("{" + variable.getKey() + "}", value);
        }
        return url;
    }
}
