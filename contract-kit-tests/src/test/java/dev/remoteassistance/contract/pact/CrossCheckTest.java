package dev.remoteassistance.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what the cross-check finds where the validator alone would miss a fault, or report one that is none. */
class CrossCheckTest {

    private static final Path FOLDER = Path.of("src/test/resources/cross-check");

    @TempDir
    Path folder;

    static Stream<Arguments> interactions() {
        return Stream.of(
                row(
                        "contract.json",
                        "pact-without-content-type.json",
                        List.of(
                                "request wrong, without Content-Type: validation.request.body.schema.type: [Path '/n'] Instance type"
                                        + " (string) does not match any allowed primitive type (allowed: [\"integer\"])",
                                "request wrong, with Content-Type: validation.request.body.schema.type: [Path '/n'] Instance type"
                                        + " (string) does not match any allowed primitive type (allowed: [\"integer\"])",
                                "answer wrong, without Content-Type: validation.response.body.schema.type: [Path '/ok'] Instance type"
                                        + " (string) does not match any allowed primitive type (allowed: [\"boolean\"])",
                                "answer wrong, with Content-Type: validation.response.body.schema.type: [Path '/ok'] Instance type"
                                        + " (string) does not match any allowed primitive type (allowed: [\"boolean\"])")),
                row(
                        "contract-form-default-range.json",
                        "pact-form-default.json",
                        List.of(
                                "enum wrong, no content type: validation.response.body.schema.enum: [Path '/foo'] Instance value"
                                        + " (\"X\") not found in enum (possible values: [\"A\"])",
                                "enum wrong, content type: validation.response.body.schema.enum: [Path '/foo'] Instance value"
                                        + " (\"X\") not found in enum (possible values: [\"A\"])",
                                "form too long: validation.request.body.schema.maxLength: [Path '/a'] String \"12345\" is too long"
                                        + " (length: 5, maximum allowed: 3)",
                                "default answer wrong: validation.response.body.schema.type: [Path '/ok'] Instance type (string)"
                                        + " does not match any allowed primitive type (allowed: [\"boolean\"])",
                                "undocumented header: the answer is expected to have the header X-Nobody, which is not documented",
                                "undocumented status 418: validation.response.status.unknown: Response status 418 not defined for"
                                        + " path '/foo'.",
                                "undeclared query parameter: validation.request.parameter.query.unexpected: Query parameter 'x' is"
                                        + " unexpected on path \"/foo\"",
                                "property that the contract does not know: validation.response.body.schema.additionalProperties:"
                                        + " Object instance has properties which are not allowed by the schema: [\"bar\"]")));
    }

    private static Arguments row(String contract, String pact, List<String> faults) {
        return Arguments.of(contract, pact, faults);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("interactions")
    void findsEachFaultAndNoOther(String contract, String pact, List<String> expected) throws IOException {
        assertThat(faults(ContractDocument.read(FOLDER.resolve(contract)), Files.readString(FOLDER.resolve(pact))))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void takesAClassOfStatusesForEachOfThem() throws IOException {
        ContractDocument contract = ContractEdit.set(
                        "/paths/~1foo/get/responses/2XX/content",
                        "{application/json: {schema: {type: object, properties: {foo: {type: integer}}}}}")
                .changed(ContractDocument.read(FOLDER.resolve("contract-form-default-range.json")));

        assertThat(faults(contract, pact("GET", "/foo", "", 206, "{\"foo\": 1}")))
                .isEmpty();
        assertThat(faults(contract, pact("GET", "/foo", "", 206, "{\"foo\": \"A\"}")))
                .containsExactly(
                        "one: validation.response.body.schema.type: [Path '/foo'] Instance type (string) does not"
                                + " match any allowed primitive type (allowed: [\"integer\"])");
        assertThat(faults(contract, pact("GET", "/foo", "", 200, "{\"foo\": \"A\"}")))
                .isEmpty();
    }

    @Test
    void readsTheFieldsOfAFormAsTheirTypes() throws IOException {
        ContractDocument contract = ContractEdit.set(
                        "/paths/~1form/post/requestBody/content/application~1x-www-form-urlencoded/schema",
                        "{type: object, required: [n], properties: {n: {type: integer, maximum: 5}, s: {type: string},"
                                + " l: {type: array, items: {type: number}}}}")
                .changed(ContractDocument.read(FOLDER.resolve("contract-form-default-range.json")));

        assertThat(faults(contract, form("n=5&s=12&l=1.5&l=2"))).isEmpty();
        assertThat(faults(contract, form("n=6&s=a%20b")))
                .containsExactly(
                        "one: validation.request.body.schema.maximum: [Path '/n'] Numeric instance is greater than"
                                + " the required maximum (maximum: 5, found: 6)");
        assertThat(faults(contract, form("n=x&l=y"))).hasSize(2);
        assertThat(faults(contract, form("s=x")))
                .containsExactly("one: validation.request.body.schema.required: Object has missing required properties"
                        + " ([\"n\"])");
    }

    @Test
    void followsReferencesWhereverTheyLead() throws IOException {
        Files.createDirectories(folder.resolve("parts"));
        Files.writeString(
                folder.resolve("parts/loan.yaml"),
                "Loan: {type: object, properties: {days: {$ref: '#/Days'}}}\nDays: {type: integer}");
        Files.writeString(
                folder.resolve("contract.yaml"),
                "{openapi: 3.0.3, info: {title: x, version: 1.0.0}, paths: {/a: {$ref: '#/x-paths/a'},"
                        + " '/b/{id}': {parameters: [{name: id, in: path, required: true, schema: {type: integer}}],"
                        + " get: {responses: {'204': {description: x}}}},"
                        + " '/c/{id}': {parameters: [{$ref: '#/paths/~1b~1%7Bid%7D/parameters/0'}],"
                        + " get: {responses: {'204': {description: x}}}}},"
                        + " x-paths: {a: {post: {requestBody: {content: {application/json: {schema:"
                        + " {$ref: 'parts/loan.yaml#/Loan'}}}}, responses: {'204': {description: x}}}}}}");
        ContractDocument contract = ContractDocument.read(folder.resolve("contract.yaml"));

        assertThat(faults(contract, pact("POST", "/a", "{\"days\": 1}", 204, "")))
                .isEmpty();
        assertThat(faults(contract, pact("POST", "/a", "{\"days\": \"x\"}", 204, "")))
                .hasSize(1);
        assertThat(faults(contract, pact("GET", "/c/1", "", 204, ""))).isEmpty();
        assertThat(faults(contract, pact("GET", "/c/x", "", 204, ""))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"a\"", "null", "[1]", "{}", "true"})
    void takesAnyValueWhereThereIsNoType(String value) throws IOException {
        ContractDocument contract = ContractEdit.set(
                        "/paths/~1foo/get/responses/2XX/content",
                        "{application/json: {schema: {type: object, additionalProperties: false, properties: {foo:"
                                + " {nullable: true}, bar: {type: array, items: {nullable: true}}}}}}")
                .changed(ContractDocument.read(FOLDER.resolve("contract-form-default-range.json")));

        assertThat(faults(contract, pact("GET", "/foo", "", 206, "{\"foo\": %1$s, \"bar\": [%1$s]}".formatted(value))))
                .isEmpty();
    }

    @Test
    void refusesWhatTheValidatorDoesNotUnderstand() {
        ContractDocument contract =
                ContractEdit.set("/openapi", "3.1.0").changed(ContractDocument.read(FOLDER.resolve("contract.json")));

        assertThatThrownBy(() -> new CrossCheck(contract))
                .isInstanceOf(RefusedContractException.class)
                .hasMessage(
                        "contract, /openapi: requests and answers cannot be checked against a contract of OpenAPI 3.1, since"
                                + " the validator does not look at its types; without pacts, contracts of 3.1 can be compared");
    }

    private static String form(String body) {
        return pact("POST", "/form", "\"" + body + "\"", 201, "{\"ok\": true}")
                .replace(
                        "\"path\"", "\"headers\": {\"Content-Type\": \"application/x-www-form-urlencoded\"}, \"path\"");
    }

    private static String pact(String method, String path, String body, int status, String answer) {
        return ("{'consumer': {'name': 'c'}, 'provider': {'name': 'p'}, 'interactions': [{'description': 'one',"
                        + " 'request': {'method': '%s', 'path': '%s'%s}, 'response': {'status': %d%s}}],"
                        + " 'metadata': {'pactSpecification': {'version': '3.0.0'}}}")
                .replace('\'', '"')
                .formatted(
                        method,
                        path,
                        body.isEmpty() ? "" : ", \"body\": " + body,
                        status,
                        answer.isEmpty() ? "" : ", \"body\": " + answer);
    }

    private List<String> faults(ContractDocument contract, String pact) throws IOException {
        Path pacts = Files.createDirectories(folder.resolve("pacts"));
        Files.writeString(pacts.resolve("c-p.json"), pact);
        CrossCheck check = new CrossCheck(contract);
        return PactFolder.read(pacts).stream()
                .flatMap(one -> check.faults(one.http().orElseThrow()).stream()
                        .map(fault -> one.interaction().getDescription() + ": " + fault))
                .toList();
    }
}
