package dev.remoteassistance.contract.generate;

import java.util.Map;
import java.util.Optional;

/**
 * A request that was drawn.
 *
 * @param operation method and path of the contract
 * @param special what is special about it, such as {@code request body a/b: longer than maxLength 256}
 * @param allowed whether the contract allows it
 * @param method in capital letters
 * @param target path and query, encoded
 * @param headers by name, without credentials
 * @param body text; empty for none
 * @param base the request before one value of it was replaced; empty if none was
 */
record GeneratedRequest(
        String operation,
        String special,
        boolean allowed,
        String method,
        String target,
        Map<String, String> headers,
        String body,
        Optional<GeneratedRequest> base) {

    /** Returns a line for a shell, with the token in a variable. */
    String curl(String root) {
        StringBuilder line = new StringBuilder("curl -i -X " + method + " " + quoted(root + target));
        headers.forEach((name, value) -> line.append(" -H ").append(quoted(name + ": " + value)));
        line.append(" -H \"Authorization: Bearer $TOKEN\"");
        if (!body.isEmpty()) {
            line.append(" --data-raw ").append(quoted(body));
        }
        return line.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    @Override
    public String toString() {
        return operation + ": " + special;
    }
}
