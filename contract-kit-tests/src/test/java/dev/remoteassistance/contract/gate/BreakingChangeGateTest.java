package dev.remoteassistance.contract.gate;

import static dev.remoteassistance.contract.spec.ContractEdit.drop;
import static dev.remoteassistance.contract.spec.ContractEdit.rename;
import static dev.remoteassistance.contract.spec.ContractEdit.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.remoteassistance.contract.schema.rule.SchemaRules;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests which changes the gate reports as breaks, with a contract that has nothing to do with this API. */
class BreakingChangeGateTest {

    static final Path SECOND = Path.of("src/test/resources/second-contract/library-loans.yaml");

    private static final String LOANS = "/paths/~1members~1{memberId}~1loans";
    private static final String SCHEMAS = "/components/schemas";
    private static final String ORDER = SCHEMAS + "/Order/properties";
    private static final String LOAN = SCHEMAS + "/Loan/properties";
    private static final String GET = "GET /members/{memberId}/loans";
    private static final String POST = "POST /members/{memberId}/loans";
    private static final String DELETE = "DELETE /members/{memberId}/loans";
    private static final String LOAN_PLACE = GET + " response 200 body []/";
    private static final String ORDER_PLACE = POST + " request body ";

    private static final BreakingChangeGate GATE = new BreakingChangeGate();

    @TempDir
    Path folder;

    static Stream<Arguments> breaks() {
        return Stream.of(
                // operations, servers
                arguments(drop(LOANS + "/post"), POST, "operation removed"),
                arguments(drop(LOANS + "/delete"), DELETE, "operation removed"),
                arguments(rename(LOANS, "/members/{memberId}/lent"), GET, "operation removed"),
                arguments(rename(LOANS + "/post", "put"), POST, "operation removed"),
                arguments(
                        set("/servers/0/variables/stage/default", "old"),
                        GET + " server",
                        "server removed: https://www.library.example"),
                arguments(
                        set(LOANS + "/servers", "[{url: 'https://other.example'}]"),
                        GET + " server",
                        "server removed: https://www.library.example"),
                // parameters
                arguments(drop(LOANS + "/get/parameters/3"), GET + " header parameter X-Trace", "parameter removed"),
                arguments(
                        set(LOANS + "/get/parameters/0/required", "true"),
                        GET + " query parameter sort",
                        "became required"),
                arguments(
                        set(
                                LOANS + "/get/parameters/-",
                                "{name: page, in: query, required: true, schema: {type: string}}"),
                        GET + " query parameter page",
                        "added as required"),
                arguments(
                        set(LOANS + "/get/parameters/3/in", "query"),
                        GET + " header parameter X-Trace",
                        "parameter removed"),
                arguments(
                        drop(LOANS + "/get/parameters/0/schema/enum/1"),
                        GET + " query parameter sort",
                        "enum lost the member due"),
                arguments(
                        set(LOANS + "/get/parameters/1/schema/maximum", "50"),
                        GET + " query parameter limit",
                        "maximum lowered from 100 to 50"),
                arguments(
                        set(LOANS + "/get/parameters/1/schema/minimum", "5"),
                        GET + " query parameter limit",
                        "minimum raised from 1 to 5"),
                arguments(
                        set(LOANS + "/get/parameters/1/schema/exclusiveMaximum", "true"),
                        GET + " query parameter limit",
                        "exclusiveMaximum set"),
                arguments(
                        set(LOANS + "/get/parameters/1/schema/default", "10"),
                        GET + " query parameter limit",
                        "default changed from 20 to 10"),
                arguments(
                        set(LOANS + "/get/parameters/2/explode", "false"),
                        GET + " query parameter tag",
                        "explode changed from true to false"),
                arguments(
                        set(LOANS + "/get/parameters/2/schema/maxItems", "3"),
                        GET + " query parameter tag",
                        "maxItems lowered from 5 to 3"),
                arguments(
                        set(LOANS + "/get/parameters/2/schema/uniqueItems", "true"),
                        GET + " query parameter tag",
                        "uniqueItems set"),
                arguments(
                        set(LOANS + "/parameters/0/schema/pattern", "'^m'"),
                        GET + " path parameter memberId",
                        "pattern ^m added"),
                // request bodies
                arguments(drop(LOANS + "/post/requestBody"), POST + " request body", "body removed"),
                arguments(
                        set(LOANS + "/delete/requestBody/required", "true"),
                        DELETE + " request body",
                        "became required"),
                arguments(
                        drop(LOANS + "/post/requestBody/content/application~1x-www-form-urlencoded"),
                        POST + " request body",
                        "media type removed: application/x-www-form-urlencoded"),
                arguments(
                        set(LOANS + "/post/requestBody/x-max-bytes", "1024"),
                        POST + " request body",
                        "x-max-bytes lowered from 4096 to 1024"),
                arguments(
                        set(LOANS + "/post/requestBody/x-max-depth", "8"),
                        POST + " request body",
                        "x-max-depth 8 added"),
                arguments(drop(ORDER + "/shelf"), ORDER_PLACE + "shelf", "property removed"),
                arguments(rename(ORDER + "/shelf", "rack"), ORDER_PLACE + "shelf", "property removed"),
                arguments(drop(ORDER + "/delivery.slot"), ORDER_PLACE + "delivery.slot", "property removed"),
                arguments(set(SCHEMAS + "/Order/required/-", "kind"), ORDER_PLACE + "kind", "became required"),
                arguments(
                        set(ORDER + "/day", "{type: string}").and(set(SCHEMAS + "/Order/required/-", "day")),
                        ORDER_PLACE + "day",
                        "became required"),
                arguments(
                        set(SCHEMAS + "/Order/additionalProperties", "false"),
                        POST + " request body",
                        "additionalProperties set to false"),
                arguments(
                        set(SCHEMAS + "/Order/additionalProperties", "{type: string}"),
                        ORDER_PLACE + "*",
                        "type string added"),
                arguments(
                        set(ORDER + "/labels/additionalProperties/maxLength", "5"),
                        ORDER_PLACE + "labels/*",
                        "maxLength lowered from 10 to 5"),
                arguments(
                        set(ORDER + "/isbn/type", "integer"),
                        ORDER_PLACE + "isbn",
                        "type changed from string to integer"),
                arguments(
                        set(LOAN + "/fee/type", "integer").and(set(ORDER + "/copies/format", "int32")),
                        ORDER_PLACE + "copies",
                        "format changed from int64 to int32"),
                arguments(
                        set(ORDER + "/isbn/maxLength", "10"), ORDER_PLACE + "isbn", "maxLength lowered from 13 to 10"),
                arguments(set(ORDER + "/isbn/minLength", "13"), ORDER_PLACE + "isbn", "minLength raised from 10 to 13"),
                arguments(set(ORDER + "/shelf/maxLength", "8"), ORDER_PLACE + "shelf", "maxLength 8 added"),
                arguments(set(ORDER + "/shelf/minLength", "1"), ORDER_PLACE + "shelf", "minLength 1 added"),
                arguments(
                        set(ORDER + "/isbn/pattern", "'^97[0-9]+$'"),
                        ORDER_PLACE + "isbn",
                        "pattern changed from ^[0-9]+$ to ^97[0-9]+$"),
                arguments(set(ORDER + "/shelf/pattern", "'^[A-Z]'"), ORDER_PLACE + "shelf", "pattern ^[A-Z] added"),
                arguments(set(ORDER + "/shelf/format", "uuid"), ORDER_PLACE + "shelf", "format uuid added"),
                arguments(
                        set(ORDER + "/from/format", "date-time"),
                        ORDER_PLACE + "from",
                        "format changed from date to date-time"),
                arguments(drop(ORDER + "/shelf/nullable"), ORDER_PLACE + "shelf", "null no longer allowed"),
                arguments(set(ORDER + "/shelf/readOnly", "true"), ORDER_PLACE + "shelf", "readOnly set"),
                arguments(drop(SCHEMAS + "/Kind/enum/1"), ORDER_PLACE + "kind", "enum lost the member audio"),
                arguments(drop(ORDER + "/binding/enum/2"), ORDER_PLACE + "binding", "enum lost the member null"),
                arguments(set(ORDER + "/shelf/enum", "[A, B]"), ORDER_PLACE + "shelf", "enum [A, B] added"),
                arguments(set(ORDER + "/copies/minimum", "2"), ORDER_PLACE + "copies", "minimum raised from 1 to 2"),
                arguments(set(ORDER + "/copies/maximum", "2"), ORDER_PLACE + "copies", "maximum lowered from 3 to 2"),
                arguments(
                        set(ORDER + "/copies/multipleOf", "2"),
                        ORDER_PLACE + "copies",
                        "multipleOf changed from 1 to 2"),
                arguments(set(ORDER + "/notes/maxItems", "2"), ORDER_PLACE + "notes", "maxItems lowered from 4 to 2"),
                arguments(set(ORDER + "/notes/minItems", "2"), ORDER_PLACE + "notes", "minItems raised from 1 to 2"),
                arguments(
                        set(ORDER + "/notes/items/maxLength", "8"),
                        ORDER_PLACE + "notes/[]",
                        "maxLength lowered from 80 to 8"),
                arguments(set(ORDER + "/labels/maxProperties", "2"), ORDER_PLACE + "labels", "maxProperties 2 added"),
                arguments(drop(ORDER + "/way/oneOf/1"), ORDER_PLACE + "way", "oneOf lost #/components/schemas/Post"),
                arguments(set(SCHEMAS + "/Post/required/-", "city"), ORDER_PLACE + "way/city", "became required"),
                arguments(
                        set(ORDER + "/isbn/not", "{enum: ['0000000000']}"),
                        ORDER_PLACE + "isbn",
                        "not {\"enum\":[\"0000000000\"]} added"),
                arguments(set(ORDER + "/labels/minProperties", "1"), ORDER_PLACE + "labels", "minProperties 1 added"),
                arguments(
                        set(ORDER + "/payment/properties/amount/exclusiveMinimum", "true"),
                        ORDER_PLACE + "payment/amount",
                        "exclusiveMinimum set"),
                arguments(
                        set(ORDER + "/payment/discriminator/propertyName", "amount"),
                        ORDER_PLACE + "payment",
                        "discriminator changed from {\"propertyName\":\"means\"} to {\"propertyName\":\"amount\"}"),
                arguments(
                        set(ORDER + "/payment/properties/amount/exclusiveMaximum", "9"),
                        ORDER_PLACE + "payment/amount",
                        "exclusiveMaximum 9 added"),
                arguments(set(ORDER + "/shelf/const", "A"), ORDER_PLACE + "shelf", "const A added"),
                arguments(
                        set(ORDER + "/shelf/contentEncoding", "base64"),
                        ORDER_PLACE + "shelf",
                        "contentEncoding base64 added"),
                arguments(
                        set(ORDER + "/shelf/contentMediaType", "image/png"),
                        ORDER_PLACE + "shelf",
                        "contentMediaType image/png added"),
                arguments(set(ORDER + "/notes/contains", "{const: x}"), ORDER_PLACE + "notes", "contains added"),
                arguments(set(ORDER + "/notes/maxContains", "2"), ORDER_PLACE + "notes", "maxContains 2 added"),
                arguments(set(ORDER + "/notes/minContains", "2"), ORDER_PLACE + "notes", "minContains 2 added"),
                arguments(
                        set(ORDER + "/notes/prefixItems", "[{maxLength: 8}]"),
                        ORDER_PLACE + "notes/[0]",
                        "maxLength lowered from 80 to 8"),
                arguments(
                        set(SCHEMAS + "/Order/dependentRequired", "{copies: [shelf]}"),
                        POST + " request body",
                        "dependentRequired got copies with shelf"),
                arguments(
                        set(SCHEMAS + "/Order/dependentSchemas", "{copies: {required: [shelf]}}"),
                        ORDER_PLACE + "(with copies)/shelf",
                        "became required"),
                arguments(
                        set(ORDER + "/labels/propertyNames", "{maxLength: 3}"),
                        ORDER_PLACE + "labels/(names)",
                        "maxLength 3 added"),
                arguments(
                        set(ORDER + "/labels/patternProperties", "{'^a': {maxLength: 3}}"),
                        ORDER_PLACE + "labels/(pattern ^a)",
                        "maxLength 3 added"),
                arguments(
                        set(SCHEMAS + "/Order/unevaluatedProperties", "false"),
                        POST + " request body",
                        "unevaluatedProperties set to false"),
                arguments(
                        set(SCHEMAS + "/Order/if", "{required: [shelf]}"),
                        POST + " request body",
                        "if changed, which is compared as a whole"),
                arguments(
                        set(ORDER + "/labels/allOf", "[{properties: {colour: {type: string}}}]"),
                        ORDER_PLACE + "labels",
                        "allOf got a part, which has to be fulfilled as well and declares colour"),
                arguments(
                        set(ORDER + "/shelf/anyOf", "[{maxLength: 3}, {pattern: '^a'}]"),
                        ORDER_PLACE + "shelf",
                        "anyOf added, and no alternative allows all that was allowed"),
                arguments(
                        drop(LOANS + "/get/parameters/0/schema/enum")
                                .and(set(
                                        LOANS + "/get/parameters/0/schema/anyOf",
                                        "[{enum: [title]}, {enum: [author]}]")),
                        GET + " query parameter sort",
                        "anyOf added, and no alternative allows all that was allowed"),
                arguments(
                        set(LOANS + "/post/requestBody/content/application~1xml", "{schema: {type: string}}")
                                .and(drop(LOANS + "/post/requestBody/content/application~1json")),
                        POST + " request body",
                        "media type removed: application/json"),
                // answers
                arguments(drop(LOANS + "/post/responses/409"), POST + " response 409", "status removed"),
                arguments(rename(LOANS + "/post/responses/201", "200"), POST + " response 201", "status removed"),
                arguments(
                        set(LOANS + "/post/responses/202", "{description: Later.}"),
                        POST + " response 202",
                        "status added, no refusal and so nothing that callers handle"),
                arguments(
                        drop(LOANS + "/get/responses/200/content/text~1csv"),
                        GET + " response 200 body",
                        "media type removed: text/csv"),
                arguments(
                        drop(LOANS + "/get/responses/200/headers/X-Next"),
                        GET + " response 200 header X-Next",
                        "header removed"),
                arguments(
                        drop(LOANS + "/get/responses/200/headers/ETag/required"),
                        GET + " response 200 header ETag",
                        "no longer required"),
                arguments(
                        set(LOANS + "/get/responses/200/headers/ETag/schema/maxLength", "80"),
                        GET + " response 200 header ETag",
                        "maxLength raised from 40 to 80"),
                arguments(
                        drop(LOANS + "/get/responses/200/headers/ETag/schema/pattern"),
                        GET + " response 200 header ETag",
                        "pattern ^\"[a-z]+\"$ dropped"),
                arguments(drop(LOAN + "/fee"), LOAN_PLACE + "fee", "property removed"),
                arguments(drop(LOAN + "/id"), LOAN_PLACE + "id", "property removed"),
                arguments(drop(LOAN + "/book/allOf/1/properties/cover"), LOAN_PLACE + "book/cover", "property removed"),
                arguments(drop(SCHEMAS + "/Loan/required/1"), LOAN_PLACE + "due", "no longer required"),
                arguments(set(LOAN + "/due/nullable", "true"), LOAN_PLACE + "due", "null allowed"),
                arguments(set(LOAN + "/fee/type", "string"), LOAN_PLACE + "fee", "type changed from number to string"),
                arguments(set(LOAN + "/fee/maximum", "900"), LOAN_PLACE + "fee", "maximum raised from 100 to 900"),
                arguments(drop(LOAN + "/fee/minimum"), LOAN_PLACE + "fee", "minimum 0 dropped"),
                arguments(set(LOAN + "/id/maxLength", "64"), LOAN_PLACE + "id", "maxLength raised from 36 to 64"),
                arguments(drop(LOAN + "/due/format"), LOAN_PLACE + "due", "format date dropped"),
                arguments(
                        drop(SCHEMAS + "/Book/properties/title/minLength"),
                        LOAN_PLACE + "book/title",
                        "minLength 1 dropped"),
                arguments(set(LOAN + "/state/enum/-", "lost"), LOAN_PLACE + "state", "enum got the member lost"),
                arguments(set(LOAN + "/fee/writeOnly", "true"), LOAN_PLACE + "fee", "writeOnly set"),
                arguments(
                        set(SCHEMAS + "/Loan/additionalProperties", "false"),
                        GET + " response 200 body []",
                        "additionalProperties set to false"),
                arguments(
                        set(LOANS + "/get/responses/200/content/application~1json/schema/maxItems", "500"),
                        GET + " response 200 body",
                        "maxItems raised from 100 to 500"),
                arguments(
                        set(SCHEMAS + "/Problem/properties/code/maxLength", "60"),
                        GET + " response 404 body code",
                        "maxLength raised from 20 to 60"),
                // security
                arguments(drop("/security/0"), GET + " security", "card with loans.read no longer suffices"),
                arguments(
                        set(LOANS + "/post/security/0/card/-", "loans.read"),
                        POST + " security",
                        "card with loans.write no longer suffices"),
                arguments(
                        drop("/components/securitySchemes/card/flows/password"),
                        "security scheme card",
                        "flow removed: password"),
                arguments(
                        drop("/components/securitySchemes/card/flows/password/scopes/loans.read"),
                        "security scheme card password",
                        "scope removed: loans.read"),
                arguments(
                        set("/components/securitySchemes/card/flows/password/tokenUrl", "https://new.example"),
                        "security scheme card password",
                        "tokenUrl changed from https://library.example/token to https://new.example"),
                arguments(
                        set("/components/securitySchemes/card", "{type: http, scheme: bearer}"),
                        "security scheme card",
                        "type changed from oauth2 to http"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("breaks")
    void namesPlaceAndRule(ContractEdit edit, String place, String rule) {
        List<Break> breaks = GATE.breaks(SECOND, edit.write(SECOND, folder));

        assertThat(breaks).anySatisfy(found -> {
            assertThat(found.place()).hasToString(place);
            assertThat(found.rule()).isEqualTo(rule);
        });
    }

    @Test
    void holdsEveryRuleForSchemasAgainstABreak() {
        List<String> shown =
                breaks().map(row -> String.valueOf(row.get()[2]).split(" ")[0]).toList();

        assertThat(shown).containsAll(SchemaRules.keywords());
    }

    static Stream<Arguments> allowed() {
        return Stream.of(
                arguments("nothing", set("/info/version", "2.3.2")),
                arguments("words", set("/info/description", "Other words.")),
                arguments("another summary", set(LOANS + "/get/summary", "Other words.")),
                arguments("another operationId", set(LOANS + "/get/operationId", "loans")),
                arguments("another tag", set(LOANS + "/get/tags", "[Other]")),
                arguments("a deprecation", set(LOANS + "/get/deprecated", "true")),
                arguments("a new operation", set(LOANS + "/patch", "{responses: {'204': {description: Done.}}}")),
                arguments("a new path", set("/paths/~1books", "{get: {responses: {'204': {description: Done.}}}}")),
                arguments("another server", set("/servers/-", "{url: 'https://second.example'}")),
                arguments(
                        "another name of a path parameter",
                        rename(LOANS, "/members/{member}/loans")
                                .and(set("/paths/~1members~1{member}~1loans/parameters/0/name", "member"))),
                arguments(
                        "an optional parameter",
                        set(LOANS + "/get/parameters/-", "{name: page, in: query, schema: {type: string}}")),
                arguments("a longer parameter", set(LOANS + "/get/parameters/3/schema/maxLength", "128")),
                arguments("a parameter's new member", set(LOANS + "/get/parameters/0/schema/enum/-", "author")),
                arguments("a higher maximum", set(LOANS + "/get/parameters/1/schema/maximum", "500")),
                arguments("an optional body", drop(LOANS + "/post/requestBody/required")),
                arguments("a larger body", set(LOANS + "/post/requestBody/x-max-bytes", "9999")),
                arguments(
                        "another media type in the request",
                        set(LOANS + "/post/requestBody/content/text~1plain", "{schema: {type: string}}")),
                arguments("an optional property", set(ORDER + "/day", "{type: string}")),
                arguments("a property less required", drop(SCHEMAS + "/Order/required/0")),
                arguments("a request's new member", set(SCHEMAS + "/Kind/enum/-", "braille")),
                arguments("a longer property", set(ORDER + "/isbn/maxLength", "20")),
                arguments("a shorter property", set(ORDER + "/isbn/minLength", "1")),
                arguments("a request without pattern", drop(ORDER + "/isbn/pattern")),
                arguments("a request without format", drop(ORDER + "/from/format")),
                arguments("a request with null", set(ORDER + "/isbn/nullable", "true")),
                arguments(
                        "a request with another alternative",
                        set(ORDER + "/way/oneOf/-", "{type: object, additionalProperties: true}")),
                arguments("more notes", set(ORDER + "/notes/maxItems", "9")),
                arguments("fewer notes", drop(ORDER + "/notes/minItems")),
                arguments("longer notes", set(ORDER + "/notes/items/maxLength", "900")),
                arguments("more copies", set(ORDER + "/copies/maximum", "5")),
                arguments("no step", drop(ORDER + "/copies/multipleOf")),
                arguments("a new default", set(ORDER + "/shelf/default", "A")),
                arguments(
                        "numbers where there were integers",
                        set(ORDER + "/copies/type", "number").and(drop(ORDER + "/copies/format"))),
                arguments("a longer label", set(ORDER + "/labels/additionalProperties/maxLength", "50")),
                arguments("a new refusal", set(LOANS + "/get/responses/429", "{description: Slowly.}")),
                arguments(
                        "a new header of an answer",
                        set(LOANS + "/get/responses/200/headers/X-Age", "{schema: {type: string}}")),
                arguments(
                        "a header that is always there",
                        set(LOANS + "/get/responses/200/headers/X-Next/required", "true")),
                arguments("a shorter header", set(LOANS + "/get/responses/200/headers/ETag/schema/maxLength", "20")),
                arguments(
                        "a pattern of a header",
                        set(LOANS + "/get/responses/200/headers/X-Next/schema/pattern", "'^a'")),
                arguments("a new property of an answer", set(LOAN + "/shelf", "{type: string}")),
                arguments("a property that is always there", set(SCHEMAS + "/Loan/required/-", "fee")),
                arguments("a shorter property of an answer", set(LOAN + "/id/maxLength", "20")),
                arguments("a pattern in an answer", set(LOAN + "/id/pattern", "'^a'")),
                arguments("a member less in an answer", drop(LOAN + "/state/enum/1")),
                arguments("a smaller fee", set(LOAN + "/fee/maximum", "50")),
                arguments("a larger least fee", set(LOAN + "/fee/minimum", "5")),
                arguments(
                        "a shorter list",
                        set(LOANS + "/get/responses/200/content/application~1json/schema/maxItems", "50")),
                arguments(
                        "a list with entries",
                        set(LOANS + "/get/responses/200/content/application~1json/schema/minItems", "1")),
                arguments("integers where there were numbers", set(LOAN + "/fee/type", "integer")),
                arguments(
                        "another media type in an answer",
                        set(LOANS + "/get/responses/200/content/text~1plain", "{schema: {type: string}}")),
                arguments(
                        "another permission",
                        set("/security/-", "{card: [loans.all]}")
                                .and(set("/components/securitySchemes/card/flows/password/scopes/loans.all", "All."))
                                .and(set(
                                        "/components/securitySchemes/card/flows/clientCredentials/scopes/loans.all",
                                        "All."))),
                arguments("no permission", set(LOANS + "/post/security", "[]")),
                arguments(
                        "another flow",
                        set(
                                "/components/securitySchemes/card/flows/implicit",
                                "{authorizationUrl: 'https://a.example', scopes: {}}")),
                arguments(
                        "a schema's other name",
                        rename(SCHEMAS + "/Kind", "Medium")
                                .and(set(ORDER + "/kind", "{$ref: '#/components/schemas/Medium'}"))),
                arguments("a schema written in place", set(ORDER + "/kind", "{type: string, enum: [paper, audio]}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allowed")
    void staysQuiet(String change, ContractEdit edit) {
        assertThat(GATE.breaks(SECOND, edit.write(SECOND, folder))).as(change).isEmpty();
    }

    @Test
    void comparesWithItself() {
        assertThat(GATE.breaks(SECOND, SECOND)).isEmpty();
    }
}
