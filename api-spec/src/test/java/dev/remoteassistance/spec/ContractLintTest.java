package dev.remoteassistance.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remoteassistance.contract.lint.ContractLint;
import dev.remoteassistance.contract.lint.LintFinding;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Rules for the contract's text. Each complaint is the place and the rule. */
class ContractLintTest {

    private static final Path FILE = Path.of(System.getProperty("contract.file"));
    private static final List<String> REFUSALS = List.of("400", "401", "403", "406", "429", "500", "503");
    private static final List<String> BODY_REFUSALS = List.of("413", "415");
    private static final List<String> NAMES = List.of("request-id", "client-request-id");

    private static final Pattern NAMED_SCHEMA = Pattern.compile(".*/properties/[^/]+|/components/schemas/[^/]+");
    private static final Pattern SCHEMA =
            Pattern.compile(NAMED_SCHEMA + "|.*/(?:schema|items|additionalProperties)|.*/(?:allOf|oneOf|anyOf)/\\d+");

    private int schemas;
    private final JsonNode contract = new YAMLMapper().readTree(FILE.toFile());
    private final List<String> complaints = new ArrayList<>();

    ContractLintTest() throws IOException {}

    /** Each finding says what to write instead. */
    @Test
    void generatedCodeCarriesAllOfIt() {
        assertThat(ContractLint.findings(FILE))
                .extracting(LintFinding::toString)
                .isEmpty();
    }

    @Test
    void everySchemaIsDescribedAndBounded() {
        walk("", contract);
        assertThat(complaints).isEmpty();
        assertThat(schemas).as("schemas that were looked at").isGreaterThan(50);
    }

    /** Visits every schema of the document; each named schema must have a description. */
    private void walk(String place, JsonNode node) {
        if (NAMED_SCHEMA.matcher(place).matches()) {
            require(node.has("description") || node.has("$ref"), place, "has a description");
        }
        if (SCHEMA.matcher(place).matches()) {
            schemas++;
            checkType(place, node);
        }
        node.properties().forEach(member -> walk(place + "/" + member.getKey().replace("/", "~1"), member.getValue()));
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            walk(place + "/" + i, node.get(i));
        }
    }

    private void checkType(String place, JsonNode schema) {
        String type = schema.path("type").asText();
        if (type.equals("object")) {
            require(schema.has("additionalProperties"), place, "states additionalProperties");
        }
        if (type.equals("string") && !schema.has("enum") && !schema.has("allOf")) {
            require(schema.has("maxLength"), place, "has a maxLength");
        }
        if (type.equals("array")) {
            require(schema.has("maxItems"), place, "has maxItems");
        }
        require(
                !schema.has("allOf") || schema.has("type"),
                place,
                "has a type beside allOf, or validators refuse null");
    }

    @Test
    void everyOptionalPropertyIsNullable() {
        contract.at("/components/schemas").properties().forEach(schema -> {
            List<String> required = StreamSupport.stream(
                            schema.getValue().path("required").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            schema.getValue()
                    .path("properties")
                    .properties()
                    .forEach(property -> require(
                            required.contains(property.getKey())
                                    != property.getValue().path("nullable").asBoolean(),
                            "schemas/" + schema.getKey() + "/" + property.getKey(),
                            "is either required or nullable"));
        });
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyOperationIsSecuredDescribedAndRefusesInForm() {
        operations((place, operation) -> {
            for (String member : List.of("operationId", "summary", "description", "tags", "security", "externalDocs")) {
                require(operation.has(member), place, "has " + member);
            }
            operation.path("security").forEach(alternative -> {
                require(alternative.size() == 1, place, "names one scheme in each alternative");
                alternative.forEach(scopes -> require(scopes.size() == 1, place, "names one permission each"));
            });
            List<String> refusals = new ArrayList<>(REFUSALS);
            if (operation.has("requestBody")) {
                refusals.addAll(BODY_REFUSALS);
                for (String limit : List.of("x-max-bytes", "x-max-nesting-depth", "x-max-number-length")) {
                    require(resolved(operation.get("requestBody")).has(limit), place, "limits its body with " + limit);
                }
            }
            for (String status : refusals) {
                require(operation.path("responses").has(status), place, "answers " + status);
            }
        });
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyAnswerNamesItsRequestAndEveryRefusalIsAGraphError() {
        operations((place, operation) -> operation
                .path("responses")
                .properties()
                .forEach(entry -> {
                    JsonNode answer = resolved(entry.getValue());
                    String below = place + "/" + entry.getKey();
                    for (String name : NAMES) {
                        require(answer.path("headers").has(name), below, "has the header " + name);
                    }
                    if (!entry.getKey().startsWith("2")) {
                        require(
                                answer.at("/content/application~1json/schema/$ref")
                                        .asText()
                                        .endsWith("/ODataError"),
                                below,
                                "has the Graph error for its body");
                    }
                    Map<String, String> more =
                            Map.of("401", "WWW-Authenticate", "429", "Retry-After", "503", "Retry-After");
                    if (more.containsKey(entry.getKey())) {
                        String header = more.get(entry.getKey());
                        require(answer.path("headers").has(header), below, "has the header " + header);
                    }
                }));
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyPropertyOfTheDocumentedExamplesIsDeclared() throws IOException {
        JsonNode declared = contract.at("/components/schemas/RemoteAssistanceReporting/properties");
        try (var files = Files.list(FILE.resolveSibling("examples"))) {
            for (Path example : files.toList()) {
                JsonNode payload = new ObjectMapper().readTree(example.toFile()).required("reportingPayload");
                payload.fieldNames()
                        .forEachRemaining(name ->
                                require(declared.has(name), "schemas/RemoteAssistanceReporting", "declares " + name));
                require(payload.size() > 20, example.getFileName().toString(), "is a documented example");
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyScopeIsKnownToEachFlow() {
        contract.at("/components/securitySchemes")
                .properties()
                .forEach(scheme -> scheme.getValue()
                        .path("flows")
                        .properties()
                        .forEach(flow -> operations((place, operation) -> operation
                                .path("security")
                                .findValues(scheme.getKey())
                                .forEach(scopes -> scopes.forEach(scope -> require(
                                        flow.getValue().path("scopes").has(scope.asText()),
                                        "securitySchemes/" + scheme.getKey() + "/" + flow.getKey(),
                                        "knows " + scope.asText()))))));
        assertThat(complaints).isEmpty();
    }

    @Test
    void noAnchors() throws IOException {
        assertThat(Files.readString(FILE)).doesNotContainPattern("(?m)^[^#'\"]*: +[&*][A-Za-z]");
    }

    private void operations(BiConsumer<String, JsonNode> check) {
        contract.required("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> ContractDocument.METHODS.contains(method.getKey()))
                        .forEach(method -> check.accept(method.getKey() + " " + path.getKey(), method.getValue())));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? contract.at(node.get("$ref").asText().substring(1)) : node;
    }

    private void require(boolean fulfilled, String place, String rule) {
        if (!fulfilled) {
            complaints.add(place + " must: " + rule);
        }
    }
}
