package dev.remoteassistance.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.lint.syntax.JavaNames;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Names of properties, which become fields and methods of one class. */
final class PropertyNameLint {

    /** The one name with other characters. The generators' configuration spells it in Java. */
    private static final String ODATA_TYPE = "@odata.type";

    /** Bean Validation would look for the getter of {@code aName} under another name, and not find it. */
    private static final Pattern NAME = Pattern.compile("(?![a-z][A-Z])[A-Za-z][A-Za-z0-9_-]*");

    private static final String RENAME = "Rename it, or put the value below a property with another name";

    /** The methods that are generated for a property, by what they do. */
    private static final Map<String, UnaryOperator<String>> METHODS = Map.of(
            "set it", name -> "set" + name,
            "get it", name -> "get" + name,
            "add to it", name -> "add" + name + "item",
            "put into it", name -> "put" + name + "item");

    /** Names that each generated class has already. */
    private static final Set<String> TAKEN = Set.of(
            "additionalproperties",
            "additionalproperty",
            "getadditionalproperty",
            "getadditionalproperties",
            "putadditionalproperty",
            "propertyclass",
            "equals",
            "hashcode",
            "tostring",
            "getclass",
            "notify",
            "notifyall",
            "wait",
            "clone",
            "finalize");

    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    private PropertyNameLint() {}

    static void check(LintReport report, JsonNode properties, List<String> names) {
        SourcePlace place = report.place(properties);
        Map<String, String> byRest = new HashMap<>();
        for (String name : names) {
            report.require(
                    NAME.matcher(name).matches() || name.equals(ODATA_TYPE),
                    place.member(name),
                    "must have a name that begins with a letter, not with a single small one before a capital, and has "
                            + "letters, digits, - and _ only",
                    RENAME);
            report.require(
                    !TAKEN.contains(JavaNames.rest(name)),
                    place.member(name),
                    "must not have a name that every generated class has for itself",
                    RENAME);
            report.require(
                    !LITERALS.contains(name),
                    place.member(name),
                    "must not have a name that is a value in Java",
                    RENAME);
            byRest.put(JavaNames.rest(name), name);
        }
        JavaNames.collisions(names)
                .forEach(both -> report.require(
                        false,
                        place,
                        "must have properties whose names differ in more than case and signs, unlike " + both,
                        "Rename one of them"));
        names.forEach(name -> METHODS.forEach((purpose, method) -> {
            String other = byRest.get(method.apply(JavaNames.rest(name)));
            report.require(
                    other == null,
                    place,
                    "must not have \"%s\" beside \"%s\": generated code has a method of that name, to %s"
                            .formatted(other, name, purpose),
                    "Rename one of them");
        }));
    }
}
