package dev.remoteassistance.contract.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the documented response that applies to a status. */
final class StatusCover {

    static final String DEFAULT = "default";

    private StatusCover() {}

    /**
     * Returns the response documented for the status, else for its class, else by {@code default}; missing if there is
     * none.
     */
    static JsonNode of(Map<String, JsonNode> answers, String status) {
        return Stream.of(status, status.substring(0, 1) + "XX", DEFAULT)
                .filter(answers::containsKey)
                .map(answers::get)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /**
     * Returns the responses that replace one of the baseline: the response that applies to its status. {@code 4XX} and
     * {@code 5XX} together replace {@code default}, which stands for failures.
     */
    static List<JsonNode> successors(Map<String, JsonNode> answers, String status) {
        if (status.equals(DEFAULT) && !answers.containsKey(DEFAULT)) {
            return answers.containsKey("4XX") && answers.containsKey("5XX")
                    ? List.of(answers.get("4XX"), answers.get("5XX"))
                    : List.of();
        }
        JsonNode cover = of(answers, status);
        return cover.isMissingNode() ? List.of() : List.of(cover);
    }

    /**
     * Returns whether a status says that the request failed. Callers get unknown failures anyway, from any proxy, and
     * treat them like the first status of their class (RFC 9110, section 15); an unknown success may mean something
     * else.
     */
    static boolean isRefusal(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }
}
