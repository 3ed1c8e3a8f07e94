package dev.remoteassistance.contract.spec;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of a contract.
 *
 * @param path with its parameters in braces
 */
record PathTemplate(String path) {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    /** Returns whether it is the path of a request. */
    boolean matches(String requestPath) {
        // Called for each interaction of a ledger, so a path without parameters is compared without a pattern.
        return path.contains("{") ? matcher(requestPath).matches() : path.equals(requestPath);
    }

    /** The value of a parameter in the path of a request; empty without the parameter, or if it is another path. */
    Optional<String> parameter(String name, String requestPath) {
        Matcher matcher = matcher(requestPath);
        List<String> names =
                PARAMETER.matcher(path).results().map(found -> found.group(1)).toList();
        return names.contains(name) && matcher.matches()
                ? Optional.of(matcher.group(names.indexOf(name) + 1))
                : Optional.empty();
    }

    private Matcher matcher(String requestPath) {
        String regex = "\\Q" + PARAMETER.matcher(path).replaceAll("\\\\E([^/]+)\\\\Q") + "\\E";
        return Pattern.compile(regex).matcher(requestPath);
    }
}
