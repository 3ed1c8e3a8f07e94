package dev.remoteassistance.contract.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which of the documented answers speaks for a status. */
final class StatusCover {

    static final String DEFAULT = "default";

    private StatusCover() {}

    /** The answer documented for the status, else for its class, else by default; missing if there is none. */
    static JsonNode of(Map<String, JsonNode> answers, String status) {
        return Stream.of(status, status.substring(0, 1) + "XX", DEFAULT)
                .filter(answers::containsKey)
                .map(answers::get)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /**
     * The answers that are documented now in place of one: one that speaks for its status, or for {@code default} those of
     * the two classes that say that a request failed, which is what {@code default} is there for.
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
     * Whether a status says that the request failed. Callers meet unknown ones of those anyway, from any proxy, and take
     * them like the first of their class (RFC 9110, section 15); an unknown success is another course of things.
     */
    static boolean isRefusal(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }
}
