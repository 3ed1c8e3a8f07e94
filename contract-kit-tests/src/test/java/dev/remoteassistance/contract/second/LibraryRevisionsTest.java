package dev.remoteassistance.contract.second;

import static dev.remoteassistance.contract.spec.ContractEdit.drop;
import static dev.remoteassistance.contract.spec.ContractEdit.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator.ApiLoadException;
import dev.remoteassistance.contract.mutant.MutantGenerator;
import dev.remoteassistance.contract.mutant.SpecMutant;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.RevisionCheck;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a check of revisions leaves out makes no difference. */
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

    /** Changes far from the operations, and those of what a request is held against beside its own description. */
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

    /** Contracts in which the validator finds another operation for a request than we do, or only the validator finds one. */
    static Stream<ContractEdit> originals() {
        String loans =
                "{get: {operationId: %s, parameters: [{name: who, in: path, required: true, schema: {type: string}},"
                        + " {name: sort, in: query, schema: {type: string}}, {name: limit, in: query, schema: {type: string}}],"
                        + " responses: {'200': {description: x, headers: {ETag: {schema: {type: string}}},"
                        + " content: {application/json: {schema: {type: array, items: {}}}}}}}}";
        return Stream.of(
                set("/servers", "[{url: 'https://library.example/members'}]")
                        .and(set("/paths/~1m0001~1{who}", loans.formatted("byServer"))),
                set("/paths/~1members~1{who}~1loans~1", loans.formatted("bySlash")),
                set("/paths/~1{who}~1m0001~1loans", loans.formatted("byLength")),
                set("/paths/~1members~1m0001~1{who}", loans.formatted("byOrder")));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void checksWhatTheValidatorMayFindElsewhere(ContractEdit edit) {
        ContractDocument original = edit.changed(Library.CONTRACT);
        RevisionCheck any = new RevisionCheck(original, Library.PACTS);
        assertThat(any.size()).isEqualTo(Library.PACTS.size());

        for (String path : original.root().path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .toList()) {
            ContractDocument revision = drop("/paths/" + path.replace("/", "~1") + "/get/responses/200/content")
                    .changed(original);
            assertThat(found(any, revision)).as(path).isEqualTo(faults(revision));
        }
    }

    private Map<String, List<String>> found(ContractDocument revision) {
        return found(check, revision);
    }

    private static Map<String, List<String>> found(RevisionCheck check, ContractDocument revision) {
        return unlessUnreadable(() -> check.checked(revision)
                .collect(Collectors.toMap(one -> one.interaction().name(), RevisionCheck.Checked::faults)));
    }

    private static Map<String, List<String>> faults(ContractDocument revision) {
        return unlessUnreadable(() -> {
            CrossCheck whole = new CrossCheck(revision);
            return Library.PACTS.stream()
                    .collect(Collectors.toMap(
                            ConsumerInteraction::name,
                            one -> whole.faults(one.http().orElseThrow())));
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
