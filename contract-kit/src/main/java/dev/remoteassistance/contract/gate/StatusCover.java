package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.stream.Stream;

/** Which of the documented answers speaks for a status. */
final class StatusCover {

    private StatusCover() {}

    /** The answer documented for the status, else for its class, else by default; missing if there is none. */
    static JsonNode of(Map<String, JsonNode> answers, String status) {
        return Stream.of(status, status.substring(0, 1) + "XX", "default")
                .filter(answers::containsKey)
                .map(answers::get)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /**
     * Whether a status says that the request failed. Callers meet unknown ones of those anyway, from any proxy, and take
     * them like the first of their class (RFC 9110, section 15); an unknown success is another course of things.
     */
    static boolean isRefusal(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }
}
