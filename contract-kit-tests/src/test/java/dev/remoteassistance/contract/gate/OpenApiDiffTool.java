package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.spec.ContractDocument;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedResponse;

/** Runs openapi-diff, and finds the place of each incompatible change in its result. */
final class OpenApiDiffTool implements ComparisonTool {

    @Override
    public List<ToolFinding> findings(ContractDocument baseline, ContractDocument contract) {
        ChangedOpenApi changed = OpenApiCompare.fromSpecifications(read(baseline), read(contract));
        List<ToolFinding> found = new ArrayList<>();
        changed.getMissingEndpoints()
                .forEach(endpoint -> found.add(OpenApiDiffWalk.finding(
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

    private static void operation(ChangedOperation operation, List<ToolFinding> found) {
        String name = operation.getHttpMethod() + " " + operation.getPathUrl();
        Optional.ofNullable(operation.getParameters()).ifPresent(changed -> parameters(name, changed, found));
        OpenApiDiffWalk.walk(operation.getRequestBody(), Place.request(name, Place.BODY), found);
        Optional.ofNullable(operation.getApiResponses()).ifPresent(answers -> {
            missing(answers.getMissing().keySet(), status -> Place.response(name, status, ""), "status", found);
            answers.getChanged().forEach((status, answer) -> response(name, status, answer, found));
        });
        if (operation.getSecurityRequirements() != null
                && operation.getSecurityRequirements().isIncompatible()) {
            Place place = Place.request(name, Place.SECURITY);
            found.add(OpenApiDiffWalk.finding(place, Set.of(Place.SECURITY), "incompatible security"));
        }
    }

    private static void parameters(String operation, ChangedParameters changed, List<ToolFinding> found) {
        changed.getMissing()
                .forEach(parameter -> found.add(OpenApiDiffWalk.finding(
                        parameter(operation, parameter.getIn(), parameter.getName()),
                        Set.of("parameter"),
                        "parameter missing")));
        changed.getIncreased().stream()
                .filter(parameter -> Boolean.TRUE.equals(parameter.getRequired()))
                .forEach(parameter -> found.add(OpenApiDiffWalk.finding(
                        parameter(operation, parameter.getIn(), parameter.getName()),
                        Set.of("required"),
                        "required parameter added")));
        changed.getChanged()
                .forEach(one -> OpenApiDiffWalk.walk(one, parameter(operation, one.getIn(), one.getName()), found));
    }

    private static Place parameter(String operation, String in, String name) {
        return Place.request(operation, in + " parameter " + name);
    }

    private static void response(String operation, String status, ChangedResponse answer, List<ToolFinding> found) {
        Optional.ofNullable(answer.getHeaders()).ifPresent(headers -> {
            missing(headers.getMissing().keySet(), name -> header(operation, status, name), "header", found);
            headers.getChanged()
                    .forEach((name, header) -> OpenApiDiffWalk.walk(header, header(operation, status, name), found));
        });
        OpenApiDiffWalk.walk(answer.getContent(), Place.response(operation, status, Place.BODY), found);
    }

    private static Place header(String operation, String status, String name) {
        return Place.response(operation, status, Place.HEADER + name);
    }

    private static void missing(
            Collection<String> names, Function<String, Place> place, String what, List<ToolFinding> found) {
        names.forEach(name -> found.add(OpenApiDiffWalk.finding(place.apply(name), Set.of(what), what + " missing")));
    }
}
