package dev.remoteassistance.contract.spec.read;

import java.util.Set;

/** What the members of a contract's objects are: names that the author chose, values, or words of OpenAPI. */
public final class Members {

    /** Members whose own members are names, which may be any word. */
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

    /** Members that hold values of the API, in which nothing is a word of OpenAPI. */
    private static final Set<String> OF_VALUES = Set.of("default", "enum", "const", "required", "example");

    private Members() {}

    /** Whether the members of this member are names. */
    public static boolean areNames(String member) {
        return OF_NAMES.contains(member);
    }

    /** Whether this member holds a value. */
    public static boolean areValues(String member) {
        return OF_VALUES.contains(member);
    }
}
