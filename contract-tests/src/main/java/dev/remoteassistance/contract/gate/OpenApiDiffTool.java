package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.spec.ContractDocument;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedResponse;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.model.schema.ChangedRequired;

/** Walks what openapi-diff found, to tell where each incompatible change is. */
final class OpenApiDiffTool implements ComparisonTool {

    static final String NAME = "openapi-diff";

    /** The keywords behind the classes of changes whose names do not tell. */
    private static final Map<String, Set<String>> ASPECTS = Map.of(
            "NumericRange", Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
            "OneOfSchema", Set.of("oneOf", "anyOf", "discriminator"),
            "Schema", Set.of("type", "format", "property", "discriminator", "required"),
            "Parameter", Set.of("required", "style", "explode", "allowEmptyValue"),
            "Header", Set.of("required", "style", "explode"),
            "RequestBody", Set.of("required", "body"));

    @Override
    public List<ToolFinding> findings(ContractDocument baseline, ContractDocument contract) {
        ChangedOpenApi changed = OpenApiCompare.fromSpecifications(read(baseline), read(contract));
        List<ToolFinding> found = new ArrayList<>();
        changed.getMissingEndpoints()
                .forEach(endpoint -> found.add(finding(
                        Place.request(endpoint.getMethod() + " " + endpoint.getPathUrl(), ""),
                        Set.of("operation"),
                        "operation missing")));
        changed.getChangedOperations().forEach(operation -> operation(operation, found));
        return found;
    }

    private static OpenAPI read(ContractDocument document) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser()
                .readContents(document.root().toString(), null, options)
                .getOpenAPI();
    }

    private void operation(ChangedOperation operation, List<ToolFinding> found) {
        String name = operation.getHttpMethod() + " " + operation.getPathUrl();
        if (operation.getParameters() != null) {
            operation
                    .getParameters()
                    .getMissing()
                    .forEach(parameter -> found.add(finding(
                            Place.request(name, parameter.getIn() + " parameter " + parameter.getName()),
                            Set.of("parameter"),
                            "parameter missing")));
            operation.getParameters().getIncreased().stream()
                    .filter(parameter -> Boolean.TRUE.equals(parameter.getRequired()))
                    .forEach(parameter -> found.add(finding(
                            Place.request(name, parameter.getIn() + " parameter " + parameter.getName()),
                            Set.of("required"),
                            "required parameter added")));
            operation
                    .getParameters()
                    .getChanged()
                    .forEach(parameter -> walk(
                            parameter,
                            Place.request(name, parameter.getIn() + " parameter " + parameter.getName()),
                            found));
        }
        walk(operation.getRequestBody(), Place.request(name, Place.BODY), found);
        if (operation.getApiResponses() != null) {
            operation
                    .getApiResponses()
                    .getMissing()
                    .keySet()
                    .forEach(status ->
                            found.add(finding(Place.response(name, status, ""), Set.of("status"), "status missing")));
            operation.getApiResponses().getChanged().forEach((status, answer) -> response(name, status, answer, found));
        }
        if (operation.getSecurityRequirements() != null
                && operation.getSecurityRequirements().isIncompatible()) {
            found.add(finding(Place.request(name, Place.SECURITY), Set.of(Place.SECURITY), "incompatible security"));
        }
    }

    private void response(String operation, String status, ChangedResponse answer, List<ToolFinding> found) {
        if (answer.getHeaders() != null) {
            answer.getHeaders()
                    .getMissing()
                    .keySet()
                    .forEach(name -> found.add(finding(
                            Place.response(operation, status, Place.HEADER + name),
                            Set.of("header"),
                            "header missing")));
            answer.getHeaders()
                    .getChanged()
                    .forEach((name, header) ->
                            walk(header, Place.response(operation, status, Place.HEADER + name), found));
        }
        walk(answer.getContent(), Place.response(operation, status, Place.BODY), found);
    }

    /** Reports the innermost incompatible changes; schemas lead to the places below. */
    private void walk(Changed change, Place place, List<ToolFinding> found) {
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

    private void core(ComposedChanged change, Place place, List<ToolFinding> found) {
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

    private static ToolFinding finding(Place place, Set<String> aspects, String words) {
        return new ToolFinding(NAME, place, "", aspects, words);
    }
}
