package dev.remoteassistance.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.lint.syntax.ContractParts;
import dev.remoteassistance.contract.lint.syntax.JavaNames;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of schemas, which become names of classes. */
final class SchemaNameLint {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final List<String> USED_PACKAGES =
            List.of("java.lang", "java.util", "java.math", "java.time", "java.io", "java.util.concurrent");

    /** Other classes that generated code names. */
    private static final Set<String> USED = Set.of(
            "ApiClient",
            "ApiException",
            "ApiResponse",
            "AssertTrue",
            "Configuration",
            "DecimalMax",
            "DecimalMin",
            "File",
            "HttpRequest",
            "HttpResponse",
            "JsonAnyGetter",
            "JsonAnySetter",
            "JsonCreator",
            "JsonInclude",
            "JsonProperty",
            "JsonPropertyOrder",
            "JsonValue",
            "Nonnull",
            "NotNull",
            "Nullable",
            "Pair",
            "Path",
            "Response",
            "Size",
            "Valid");

    private SchemaNameLint() {}

    static void check(LintReport report, JsonNode schemas) {
        SourcePlace place = report.place(schemas);
        List<String> names = ContractParts.names(schemas);
        for (String name : names) {
            report.require(
                    NAME.matcher(name).matches(),
                    place.member(name),
                    "must have a name that begins with a capital letter and has letters and digits only",
                    "Rename it; nobody sees the name on the wire");
            report.require(
                    !USED.contains(name) && USED_PACKAGES.stream().noneMatch(used -> exists(used + "." + name)),
                    place.member(name),
                    "must not have the name of a class that generated code uses",
                    "Rename it; nobody sees the name on the wire");
        }
        JavaNames.collisions(names)
                .forEach(both -> report.require(
                        false,
                        place,
                        "must have names that differ in more than case, unlike " + both,
                        "Rename one of them; nobody sees the name on the wire"));
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError no) {
            return false;
        }
    }
}
