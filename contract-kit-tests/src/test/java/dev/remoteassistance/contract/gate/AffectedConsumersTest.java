package dev.remoteassistance.contract.gate;

import static dev.remoteassistance.contract.spec.ContractEdit.drop;
import static dev.remoteassistance.contract.spec.ContractEdit.rename;
import static dev.remoteassistance.contract.spec.ContractEdit.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.PactFolder;
import dev.remoteassistance.contract.pact.RevisionCheck.Broken;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests which consumers of the second contract a break would hit. */
class AffectedConsumersTest {

    private static final ContractDocument SECOND = ContractDocument.read(LibraryChanges.CONTRACT);
    private static final List<ConsumerInteraction> INTERACTIONS =
            PactFolder.read(LibraryChanges.CONTRACT.resolveSibling("pacts"));
    private static final String LOANS = "/paths/~1members~1{memberId}~1loans";
    private static final String ORDER = "/components/schemas/Order";
    private static final String LOAN = "/components/schemas/Loan";
    private static final String READING = "reading-app: the loans of a member";
    private static final String LENDING = "school-desk: lending a book with a shelf";
    private static final String REFUSED = "school-desk: lending a book that is out";

    private static final AffectedConsumers CONSUMERS = new AffectedConsumers(SECOND, INTERACTIONS);

    static Stream<Arguments> breaks() {
        return Stream.of(
                // requests
                arguments(set(ORDER + "/additionalProperties", "false"), List.of(LENDING), "colour"),
                arguments(drop(ORDER + "/properties/shelf/nullable"), List.of(LENDING), "shelf"),
                arguments(set(ORDER + "/properties/copies/maximum", "1"), List.of(LENDING), "copies"),
                arguments(set(ORDER + "/properties/copies/maximum", "2"), List.of(), ""),
                arguments(drop("/components/schemas/Kind/enum/0"), List.of(LENDING), "kind"),
                arguments(drop("/components/schemas/Kind/enum/1"), List.of(), ""),
                arguments(set(LOANS + "/get/parameters/1/schema/maximum", "40"), List.of(READING), "found: 50"),
                arguments(set(LOANS + "/get/parameters/1/schema/maximum", "60"), List.of(), ""),
                arguments(set(LOANS + "/get/parameters/3/required", "true"), List.of(READING), "X-Trace"),
                // responses
                arguments(rename(LOANS + "/get", "head"), List.of(READING), "GET"),
                arguments(drop(LOANS + "/post/responses/409"), List.of(REFUSED), "409"),
                arguments(
                        drop(LOAN + "/properties/state"),
                        List.of(LENDING),
                        "response 201 body state: property removed"),
                arguments(drop(LOAN + "/required/1"), List.of(READING, LENDING), "due: no longer required"),
                arguments(
                        set("/components/schemas/Book/properties/title/nullable", "true"),
                        List.of(READING),
                        "response 200 body []/book/title: null allowed"),
                arguments(
                        drop(LOANS + "/get/responses/200/headers/ETag"),
                        List.of(READING),
                        "response 200 header ETag: header removed"),
                arguments(drop(LOANS + "/get/responses/200/headers/X-Next"), List.of(), ""),
                arguments(set(LOAN + "/properties/fee/type", "string"), List.of(READING), "fee"),
                // permissions
                arguments(drop("/security/0"), List.of(READING), "card with loans.read no longer suffices"),
                arguments(drop("/security/1"), List.of(), ""));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void areNamed(ContractEdit edit, List<String> interactions, String fault) {
        ContractDocument contract = edit.changed(SECOND);
        List<Difference> breaks = ContractGate.breaks(SECOND, contract);
        assertThat(breaks).isNotEmpty();

        List<Broken> affected = CONSUMERS.affected(contract, breaks);

        assertThat(affected).extracting(one -> one.interaction().name()).containsExactlyElementsOf(interactions);
        assertThat(affected).allSatisfy(one -> assertThat(one.toString()).contains(fault));
    }

    @Test
    void allAreSoundToBeginWith() {
        CrossCheck check = new CrossCheck(LibraryChanges.CONTRACT);
        assertThat(INTERACTIONS)
                .hasSize(3)
                .allSatisfy(one ->
                        assertThat(check.faults(one.http().orElseThrow())).isEmpty());
        assertThat(CONSUMERS.size()).isEqualTo(3);
        assertThat(CONSUMERS.affected(SECOND, List.of())).isEmpty();
    }
}
