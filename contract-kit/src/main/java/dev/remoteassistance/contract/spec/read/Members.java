package dev.remoteassistance.contract.spec.read;

import java.util.Set;

/**
 * Tells apart the members of a contract's objects: names that the author chose, values of the API, and keywords of
 * OpenAPI.
 */
public final class Members {

    /** Keywords whose members have names that the author chose. */
    private static final Set<String> OF_NAMES = Set.of(
            "paths",
            "webhooks",
            "pathItems",
            "responses",
            "headers",
            "content",
            "encoding",
            "properties",
            "patternProperties",
            "dependentSchemas",
            "dependentRequired",
            "$defs",
            "schemas",
            "parameters",
            "requestBodies",
            "securitySchemes",
            "flows",
            "security",
            "scopes",
            "variables",
            "mapping",
            "links",
            "callbacks",
            "examples");

    /** Keywords that hold values of the API, which contain no keywords of OpenAPI. */
    private static final Set<String> OF_VALUES = Set.of("default", "enum", "const", "required", "example");

    private Members() {}

    /** Returns whether the members of this member have names that the author chose. */
    public static boolean areNames(String member) {
        return OF_NAMES.contains(member);
    }

    /** Returns whether this member holds a value of the API. */
    public static boolean areValues(String member) {
        return OF_VALUES.contains(member);
    }
}
