package dev.remoteassistance.server.http;

/**
 * One broken rule.
 *
 * @param target path of the property from the root of the body, or a header's name
 * @param rule the rule in words, as the predicate of a sentence about the target
 */
public record Fault(String target, String rule) {

    public String sentence() {
        return "%s %s.".formatted(target, rule);
    }
}
