package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.difference.Side;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.model.schema.ChangedRequired;

/** Finds the innermost incompatible changes below one that openapi-diff found. */
final class OpenApiDiffWalk {

    private static final String NAME = "openapi-diff";

    /** The keywords that a change class of openapi-diff covers, where its name does not say them. */
    private static final Map<String, Set<String>> ASPECTS = Map.of(
            "NumericRange", Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
            "OneOfSchema", Set.of("oneOf", "anyOf", "discriminator"),
            "Schema", Set.of("type", "format", "property", "discriminator", "required"),
            "Parameter", Set.of("required", "style", "explode", "allowEmptyValue"),
            "Header", Set.of("required", "style", "explode"),
            "RequestBody", Set.of("required", "body"));

    private OpenApiDiffWalk() {}

    /** Reports the innermost incompatible changes; the schemas of a change contain the places below it. */
    static void walk(Changed change, Place place, List<ToolFinding> found) {
        if (change == null || !change.isIncompatible()) {
            return;
        }
        if (change instanceof ChangedRequired required) {
            List<String> names = place.side() == Side.REQUEST ? required.getIncreased() : required.getMissing();
            names.forEach(name -> found.add(finding(place.below(name), change)));
            return;
        }
        if (!(change instanceof ComposedChanged composed)) {
            found.add(finding(place, change));
            return;
        }
        if (composed.isCoreChanged().isIncompatible()) {
            core(composed, place, found);
        }
        if (change instanceof ChangedSchema schema) {
            schema.getChangedProperties().forEach((name, property) -> walk(property, place.below(name), found));
            walk(schema.getItems(), place.below("[]"), found);
            walk(schema.getAddProp(), place.below("*"), found);
            schema.getChangedElements().stream()
                    .filter(element -> !(element instanceof ChangedSchema))
                    .forEach(element -> walk(element, place, found));
        } else {
            composed.getChangedElements().forEach(element -> walk(element, place, found));
        }
    }

    private static void core(ComposedChanged change, Place place, List<ToolFinding> found) {
        if (change instanceof ChangedContent) {
            found.add(finding(place, Set.of("media type", "body"), "media type missing"));
        } else if (change instanceof ChangedSchema schema
                && !schema.getMissingProperties().isEmpty()) {
            schema.getMissingProperties()
                    .keySet()
                    .forEach(name -> found.add(finding(place.below(name), Set.of("property"), "property missing")));
        } else {
            found.add(finding(place, change));
        }
    }

    private static ToolFinding finding(Place place, Changed change) {
        String name = change.getClass().getSimpleName().substring("Changed".length());
        String keyword =
                name.equals("Enum") ? "enum" : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return finding(place, ASPECTS.getOrDefault(name, Set.of(keyword)), "incompatible " + keyword);
    }

    static ToolFinding finding(Place place, Set<String> aspects, String words) {
        return new ToolFinding(NAME, place, "", aspects, words);
    }
}
