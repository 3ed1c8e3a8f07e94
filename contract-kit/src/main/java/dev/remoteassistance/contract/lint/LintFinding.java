package dev.remoteassistance.contract.lint;

import dev.remoteassistance.contract.spec.SourcePlace;

/**
 * A part of a contract that generated code cannot express.
 *
 * @param place where it is
 * @param rule the rule that it breaks, beginning with "must"
 * @param wayOut what to write instead
 */
public record LintFinding(SourcePlace place, String rule, String wayOut) {

    @Override
    public String toString() {
        return "%s: %s. %s.".formatted(place, rule, wayOut);
    }
}
