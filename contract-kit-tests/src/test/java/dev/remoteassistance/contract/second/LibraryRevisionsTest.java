package dev.remoteassistance.contract.second;

import static dev.remoteassistance.contract.spec.ContractEdit.drop;
import static dev.remoteassistance.contract.spec.ContractEdit.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.atlassian.oai.validator.OpenApiInteractionValidator.ApiLoadException;
import dev.remoteassistance.contract.mutant.MutantGenerator;
import dev.remoteassistance.contract.mutant.SpecMutant;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.RevisionCheck;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The parts that the revision check skips do not change its result. */
class LibraryRevisionsTest {

    private static final String LOANS = "/paths/~1members~1{memberId}~1loans";

    private static final String KEY = "{type: apiKey, in: header, name: X-Key}";

    private final RevisionCheck check = new RevisionCheck(Library.CONTRACT, Library.PACTS);

    @Test
    void findsInAMutantOfEachKindWhatACheckOfAllFinds() {
        Map<String, SpecMutant> mutants = MutantGenerator.mutants(Library.CONTRACT).stream()
                .collect(Collectors.toMap(SpecMutant::operator, mutant -> mutant, (first, other) -> first));

        assertThat(mutants).hasSizeGreaterThan(20);
        assertThat(mutants.values())
                .allSatisfy(mutant ->
                        assertThat(found(mutant.contract())).as(mutant.name()).isEqualTo(faults(mutant.contract())));
    }

    /** Changes far from the operations, and changes of what else a request is checked against. */
    static Stream<ContractEdit> edits() {
        String text = "{description: x, content: {text/plain: {schema: {type: string}}}}";
        return Stream.of(
                set("/servers", "[{url: 'https://library.example/v2'}]"),
                set("/security", "[]"),
                set("/components/securitySchemes/card", KEY),
                set("/components/securitySchemes/key", KEY).and(set("/security", "[{key: []}]")),
                set(
                        "/paths/~1members~1m0001~1{what}",
                        "{get: {parameters: [{name: what, in: path, required: true, schema: {type: integer}}],"
                                + " responses: {'204': {description: x}}}}"),
                set(LOANS + "/get/responses", "{'200': %s}".formatted(text)),
                drop(LOANS + "/get/responses/200/content"),
                drop(LOANS + "/post/requestBody"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void findsInARevisionWhatACheckOfAllFinds(ContractEdit edit) {
        ContractDocument revision = edit.changed(Library.CONTRACT);

        assertThat(found(revision)).isEqualTo(faults(revision));
    }

    /** Operations that the validator prefers to ours for the loans of a member. */
    private enum Other {
        BELOW_A_SERVER("/m0001/loans"),
        BY_SLASH("/members/{who}/loans/"),
        BY_LENGTH("/{who}embers/m0001/loans"),
        BY_CASE("/Members/m0001/loans");

        private static final String WHO = "{name: who, in: path, required: true, schema: {type: string}},";

        private final String path;

        Other(String path) {
            this.path = path;
        }

        ContractEdit added(String type) {
            String parameters =
                    "[%s {name: sort, in: query, schema: {type: string}}, {name: limit, in: query, schema: {type: %s}}]"
                            .formatted(path.contains("{who}") ? WHO : "", type);
            return set(
                    "/paths/" + path.replace("/", "~1"),
                    ("{get: {operationId: other, parameters: %s, responses: {'200': {description: x, headers: {ETag: {schema: {type:"
                                    + " string}}}, content: {application/json: {schema: {type: array, items: {}}}}}}}}")
                            .formatted(parameters));
        }
    }

    private static Stream<ContractEdit> servers() {
        return Stream.of(
                set("/servers", "[{url: 'https://library.example/members'}]"),
                set("/servers", "[{url: 'https://{base}', variables: {base: {default: library.example/members}}}]"));
    }

    /** Contracts in which the validator finds another operation for a request than we do, or only the validator finds one. */
    static Stream<ContractEdit> originals() {
        return Stream.of(
                        servers().map(server -> server.and(Other.BELOW_A_SERVER.added("string"))),
                        Stream.of(Other.values()).map(other -> other.added("string")),
                        Stream.of(Other.BY_SLASH.added("string").and(drop(LOANS + "/get"))))
                .flatMap(Function.identity());
    }

    @ParameterizedTest
    @MethodSource("originals")
    void checksWhatTheValidatorMayFindElsewhere(ContractEdit edit) {
        ContractDocument original = edit.changed(Library.CONTRACT);
        RevisionCheck any = new RevisionCheck(original, Library.PACTS);
        assertThat(any.size()).isEqualTo(Library.PACTS.size());

        for (String path : original.root().path("paths").properties().stream()
                .filter(item -> item.getValue().has("get"))
                .map(Map.Entry::getKey)
                .toList()) {
            ContractDocument revision = drop("/paths/" + path.replace("/", "~1") + "/get/responses/200/content")
                    .changed(original);
            assertThat(found(any, revision)).as(path).isEqualTo(faults(revision));
        }
    }

    /** An original, and an edit of it by which the validator finds another operation, or none. */
    static Stream<Arguments> changesAround() {
        return Stream.concat(
                servers().map(server -> arguments(Other.BELOW_A_SERVER.added("boolean"), server)),
                Stream.of(Other.BY_SLASH, Other.BY_LENGTH, Other.BY_CASE)
                        .map(other -> arguments(set("/info/title", "x"), other.added("boolean"))));
    }

    @ParameterizedTest
    @MethodSource("changesAround")
    void checksAgainWhenTheValidatorMayFindAnother(ContractEdit edit, ContractEdit change) {
        ContractDocument original = edit.changed(Library.CONTRACT);
        ContractDocument revision = change.changed(original);

        assertThat(faults(revision)).isNotEmpty();
        assertThat(found(new RevisionCheck(original, Library.PACTS), revision)).isEqualTo(faults(revision));
    }

    @Test
    void refusesARevisionThatTheValidatorCannotRead() {
        ContractDocument revision = set("/openapi", "3.1.0").changed(Library.CONTRACT);

        assertThatThrownBy(() -> found(revision))
                .isInstanceOf(RefusedContractException.class)
                .hasMessageContaining("OpenAPI 3.1");
        assertThatThrownBy(() -> new RevisionCheck(revision, Library.PACTS))
                .isInstanceOf(RefusedContractException.class)
                .hasMessageContaining("OpenAPI 3.1");
    }

    @Test
    void leavesOutWhatTheOriginalDoesNotAllow() {
        ContractEdit broken = set("/components/schemas/Order/properties/copies/maximum", "1");
        RevisionCheck any = new RevisionCheck(broken.changed(Library.CONTRACT), Library.PACTS);
        ContractDocument revision = broken.and(set("/components/schemas/Order/additionalProperties", "false"))
                .and(set(LOANS + "/get/parameters/1/schema/maximum", "40"))
                .changed(Library.CONTRACT);

        assertThat(any.size()).isEqualTo(Library.PACTS.size() - 1);
        assertThat(faults(revision).keySet())
                .containsExactlyInAnyOrder(
                        "school-desk: lending a book with a shelf", "reading-app: the loans of a member");
        assertThat(found(any, revision).keySet()).containsExactly("reading-app: the loans of a member");
    }

    /** A consumer may be ahead of its provider. */
    @Test
    void leavesOutANewOperationThatTheValidatorCannotRead() {
        RevisionCheck any = new RevisionCheck(drop(LOANS).changed(Library.CONTRACT), Library.PACTS);
        ContractDocument revision = drop(LOANS + "/get/responses").changed(Library.CONTRACT);

        assertThatThrownBy(() -> new CrossCheck(revision)).isInstanceOf(ApiLoadException.class);
        assertThat(any.broken(revision, http -> Stream.empty())).isEmpty();
    }

    private Map<String, List<String>> found(ContractDocument revision) {
        return found(check, revision);
    }

    private static Map<String, List<String>> found(RevisionCheck check, ContractDocument revision) {
        return unlessUnreadable(() -> check.broken(revision, http -> Stream.empty())
                .collect(Collectors.toMap(one -> one.interaction().name(), RevisionCheck.Broken::faults)));
    }

    private static Map<String, List<String>> faults(ContractDocument revision) {
        return unlessUnreadable(() -> {
            CrossCheck whole = new CrossCheck(revision);
            Map<String, List<String>> faults = new HashMap<>();
            Library.PACTS.forEach(
                    one -> faults.put(one.name(), whole.faults(one.http().orElseThrow())));
            faults.values().removeIf(List::isEmpty);
            return faults;
        });
    }

    private static Map<String, List<String>> unlessUnreadable(Supplier<Map<String, List<String>>> result) {
        try {
            return result.get();
        } catch (ApiLoadException e) {
            return Map.of(e.getMessage(), List.of());
        }
    }
}
