package dev.remoteassistance.contract.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.ledger.Ledger.State;
import dev.remoteassistance.contract.pact.PactFolder;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cells of constructs that our contract lacks: alternatives, status ranges, cookies, forms. */
class LedgerCellsTest {

    private static final String CONTRACT = """
            openapi: 3.0.3
            info: {title: Orders, version: 1.0.0}
            paths:
              /orders:
                post:
                  parameters:
                    - {name: till, in: cookie, schema: {type: string, enum: [front, back]}}
                    - {name: lane, in: cookie, schema: {type: string}}
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            note: {type: string, maxLength: 3}
                            way: {oneOf: [{$ref: '#/components/schemas/Pickup'}, {$ref: '#/components/schemas/Post'}]}
                            payment:
                              oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Cash'}]
                              discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/Card'}}
                            sizes: {type: array, items: {$ref: '#/components/schemas/Size'}}
                            words: {type: array, items: {type: string, minLength: 1, maxLength: 3, nullable: true}}
                            amounts: {type: array, items: {anyOf: [{type: integer}, {type: string}, {$ref: '#/components/schemas/Text'}]}}
                      application/x-www-form-urlencoded:
                        schema:
                          type: object
                          properties:
                            note: {type: string, maxLength: 2}
                            count: {type: integer}
                  responses:
                    '201':
                      description: Ordered.
                      content:
                        application/json: {schema: {type: object, properties: {id: {type: string}}}}
                        application/vnd.slip+json: {schema: {type: object, properties: {id: {type: string}, slip: {type: string}}}}
                    4XX: {description: Refused., content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
                    '409': {description: Out., content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
                    default: {description: Failed.}
            components:
              schemas:
                Pickup: {type: object, additionalProperties: true, required: [branch], properties: {branch: {type: string}}}
                Post: {type: object, additionalProperties: true, required: [address], properties: {address: {type: string}}}
                Card: {type: object, properties: {kind: {type: string}}}
                Cash: {type: object, properties: {kind: {type: string}}}
                Text: {type: string}
                Size: {type: string, enum: [small, large]}
                Problem: {type: object, properties: {code: {oneOf: [{type: string}, {type: integer}]}}}
            """;

    private static final String PACT = """
            {"consumer": {"name": "till"}, "provider": {"name": "orders"}, "interactions": [%s],
             "metadata": {"pactSpecification": {"version": "3.0.0"}}}
            """;

    private static final String INTERACTION = """
            {"description": "%s", "request": {"method": "POST", "path": "/orders", "headers": {%s}, "body": %s},
             "response": {"status": %d, "headers": {"Content-Type": "%s"}, "body": %s}}
            """;

    @TempDir
    static Path folder;

    private static Ledger ledger;

    @BeforeAll
    static void fill() throws IOException {
        String json = "\"Content-Type\": \"application/json\"";
        Files.writeString(
                folder.resolve("pact.json"),
                PACT.formatted(String.join(
                        ",",
                        INTERACTION.formatted(
                                "json",
                                json + ", \"Cookie\": \"lane=; till=front; x=1\"",
                                "{\"note\": \"abc\", \"way\": {\"branch\": \"a\"}, \"payment\": {\"kind\": \"c\"}, "
                                        + "\"amounts\": [1, \"a\"], \"sizes\": [\"large\"], \"words\": [\"abc\", null]}",
                                201,
                                "application/vnd.slip+json",
                                "{\"id\": \"1\"}"),
                        INTERACTION.formatted(
                                "both ways",
                                json,
                                "{\"way\": {\"branch\": \"a\", \"address\": \"b\"}}",
                                201,
                                "application/json; charset=utf-8",
                                "{}"),
                        INTERACTION.formatted(
                                "form",
                                "\"Content-Type\": \"application/x-www-form-urlencoded\"",
                                "\"note=ab&count=3\"",
                                201,
                                "application/json",
                                "{}"),
                        INTERACTION.formatted("refused", json, "{}", 400, "application/json", "{\"code\": \"no\"}"),
                        INTERACTION.formatted("failed", json, "{}", 503, "application/json", "{}"))));
        Path contract = Files.writeString(folder.resolve("contract.yaml"), CONTRACT);
        ledger = Ledger.ofPacts(ContractDocument.read(contract), PactFolder.read(folder), Waivers.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answer: 4XX                                                                  | refused
            answer: 409                                                                  |
            answer: default                                                              | failed
            answer's media type: 4XX application/json                                    | refused
            parameter: cookie till present                                               | json
            parameter: cookie till = front                                               | json
            parameter: cookie till = back                                                |
            parameter: cookie till absent                                                | both ways, form
            parameter: cookie lane present                                               | json
            request's property: application/json note of length 3                        | json
            request's property: application/x-www-form-urlencoded note of length 2       | form
            request's property: application/x-www-form-urlencoded note absent            |
            request's property: application/x-www-form-urlencoded count present          | form
            request's property: application/json note absent                             | both ways
            request's alternative: application/json way as Pickup                        | json
            request's alternative: application/json way as Post                          |
            request's alternative: application/json payment as Card                      | json
            request's alternative: application/json payment as Cash                      |
            request's alternative: application/json amounts/[] as alternative 1          | json
            request's alternative: application/json amounts/[] as alternative 2          |
            request's alternative: application/json amounts/[] as Text                   |
            request's property: application/json sizes/[] = large                        | json
            request's property: application/json sizes/[] = small                        |
            request's property: application/json words/[] of length 3                    | json
            request's property: application/json words/[] of length 1                    |
            request's property: application/json words/[] null                           | json
            undeclared property: application/json body                                   |
            answer's property: 201 application/json id absent                            | both ways, form
            answer's property: 201 application/json id present                           |
            answer's property: 201 application/vnd.slip+json id present                  | json
            answer's property: 201 application/vnd.slip+json slip absent                 | json
            answer's property: Problem code present                                      | refused
            answer's alternative: Problem code as alternative 1                          | refused
            answer's alternative: Problem code as alternative 2                          |
            """)
    void cellsAreThere(String cell, String interactions) {
        Ledger.Row row = ledger.rows().stream()
                .filter(one -> one.cell().equals("POST /orders: " + cell))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such cell: " + cell));

        assertThat(row.unverified())
                .isEqualTo(
                        interactions == null
                                ? List.of()
                                : List.of(interactions.split(", ")).stream()
                                        .map(name -> "till: " + name)
                                        .toList());
        assertThat(row.state()).isEqualTo(interactions == null ? State.UNCOVERED : State.UNVERIFIED);
    }

    @Test
    void noTwoCellsHaveOneName() {
        assertThat(ledger.rows()).extracting(Ledger.Row::cell).doesNotHaveDuplicates();
    }

    /** Contracts that were written to be hard to compare. */
    @ParameterizedTest
    @ValueSource(
            strings = {"discriminator-mapping-added", "oneof-inline-words", "encoding-narrowed", "cookie-parameter"})
    void noTwoCellsOfOtherContractsHaveOneName(String name) {
        ContractDocument contract =
                ContractDocument.read(Path.of("src/test/resources/gate-cases/" + name + ".revision.yaml"));

        assertThat(Ledger.ofPacts(contract, List.of(), Waivers.NONE).rows())
                .isNotEmpty()
                .extracting(Ledger.Row::cell)
                .doesNotHaveDuplicates();
    }
}
