package dev.remoteassistance.contract.second;

import static dev.remoteassistance.contract.spec.ContractEdit.drop;
import static dev.remoteassistance.contract.spec.ContractEdit.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.ledger.Ledger;
import dev.remoteassistance.contract.ledger.Ledger.State;
import dev.remoteassistance.contract.ledger.Waivers;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The ledger of another API has the cells of its contract, and knows which of them its consumers exercise. */
class LibraryLedgerTest {

    private static final String GET = "GET /members/{memberId}/loans: ";
    private static final String POST = "POST /members/{memberId}/loans: ";

    private final Library library = new Library();

    @AfterEach
    void stop() {
        library.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answer: 200                                              | VERIFIED  | GET
            answer: 404                                              | UNCOVERED | GET
            answer's media type: 200 application/json                | VERIFIED  | GET
            answer's media type: 200 text/csv                        | UNCOVERED | GET
            answer's header: 200 ETag                                | VERIFIED  | GET
            answer's header: 200 X-Next                              | UNCOVERED | GET
            answer's property: 200 []/book/title present             | VERIFIED  | GET
            answer's property: 200 []/state absent                   | VERIFIED  | GET
            answer's property: 200 []/state = late                   | UNCOVERED | GET
            parameter: path memberId present                         | VERIFIED  | GET
            parameter: path memberId of length 4                     | UNCOVERED | GET
            parameter: query sort = due                              | VERIFIED  | GET
            parameter: query sort = title                            | UNCOVERED | GET
            parameter: header X-Trace absent                         | VERIFIED  | GET
            parameter: header X-Trace present                        | UNCOVERED | GET
            permission: card password loans.write                    | VERIFIED  | GET
            permission: card clientCredentials loans.write           | UNCOVERED | GET
            permission: card password loans.read                     | UNCOVERED | GET
            answer's property: Loan state = out                      | VERIFIED  | POST
            request's media type: application/x-www-form-urlencoded  | UNCOVERED | POST
            request's property: shelf null                           | VERIFIED  | POST
            request's property: shelf present                        | UNCOVERED | POST
            request's property: isbn of length 13                    | VERIFIED  | POST
            request's property: isbn of length 10                    | UNCOVERED | POST
            request's property: kind = paper                         | VERIFIED  | POST
            request's property: notes of 4 items                     | UNCOVERED | POST
            request's property: payment/means present                | UNCOVERED | POST
            undeclared property: body                                | VERIFIED  | POST
            """)
    void cellsAreThere(String cell, State state, String operation) {
        assertThat(row(library.verify(), Waivers.NONE, (operation.equals("GET") ? GET : POST) + cell)
                        .state())
                .isEqualTo(state);
    }

    /** Changes outside of the operations, and of which operation a request is for. */
    static Stream<ContractEdit> edits() {
        return Stream.of(
                set("/security", "[]"),
                drop("/components/securitySchemes/card/flows/password"),
                drop("/components/schemas/Order/properties/shelf"),
                set("/paths/~1members~1m0001~1loans", "{get: {responses: {'200': {description: x}}}}"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void ofARevisionIsTheSameAsFilledAnew(ContractEdit edit) {
        List<Verification> verifications = library.verify();
        ContractDocument revision = edit.changed(Library.CONTRACT);

        Ledger anew = Ledger.of(revision, verifications, Library.CARDS, Waivers.NONE);

        assertThat(anew).isNotEqualTo(ledger(verifications, Waivers.NONE));
        assertThat(Ledger.ofRevisions(Library.CONTRACT, verifications, Library.CARDS, Waivers.NONE)
                        .apply(revision))
                .isEqualTo(anew);
    }

    @Test
    void refusedRequestsSayNothingAboutWhatMayBeSent() {
        List<Verification> refused = library.verify().subList(2, 3);

        assertThat(row(refused, Waivers.NONE, POST + "request's property: isbn present")
                        .state())
                .isEqualTo(State.UNCOVERED);
        assertThat(row(refused, Waivers.NONE, POST + "answer: 409").state()).isEqualTo(State.VERIFIED);
    }

    @Test
    void whatFailsIsExercisedAndUnverified() {
        library.answerLoans(Library.json(404, "{\"code\":\"nobody\"}"));

        Ledger.Row row = row(library.verify(), Waivers.NONE, GET + "answer: 200");

        assertThat(row.state()).isEqualTo(State.UNVERIFIED);
        assertThat(row.unverified()).containsExactly("reading-app: the loans of a member");
    }

    @Test
    void waiverAccountsForACell(@TempDir Path folder) throws IOException {
        Waivers waivers = waivers(folder, GET + "answer: 404", "Nobody is unknown here.");
        Ledger ledger = ledger(library.verify(), waivers);

        assertThat(row(library.verify(), waivers, GET + "answer: 404").state()).isEqualTo(State.WAIVED);
        assertThat(waivers.faults(ledger)).isEmpty();
        assertThat(ledger.openRows()).extracting(Ledger.Row::cell).doesNotContain(GET + "answer: 404");
    }

    @ParameterizedTest
    @CsvSource({
        "answer: 200, a reason, verified",
        "answer: 299, a reason, no cell",
        "answer: 404, ' ', without a reason"
    })
    void waiversMayOnlyHoldWhatIsReallyUncovered(String cell, String reason, String fault, @TempDir Path folder)
            throws IOException {
        Waivers waivers = waivers(folder, GET + cell, reason);

        assertThat(waivers.faults(ledger(library.verify(), waivers)))
                .singleElement()
                .asString()
                .contains(fault);
    }

    @Test
    void reportsAreWritten(@TempDir Path folder) throws IOException {
        Ledger ledger = ledger(library.verify(), Waivers.NONE);
        ledger.write(folder);

        assertThat(ledger.summary())
                .matches("Ledger: \\d+ cells, \\d+ verified, 0 waived, 0 unverified, \\d+ uncovered .*");
        assertThat(folder.resolve("ledger.json")).content().contains("\"state\" : \"UNCOVERED\"");
        assertThat(Files.readString(folder.resolve("ledger.html")))
                .contains(ledger.summary(), "reading-app: the loans of a member", "answer&#39;s header");
    }

    private static Waivers waivers(Path folder, String cell, String reason) throws IOException {
        return Waivers.read(Files.writeString(
                folder.resolve("waivers.yaml"), "- {cell: \"%s\", reason: \"%s\"}\n".formatted(cell, reason)));
    }

    private static Ledger ledger(List<Verification> verifications, Waivers waivers) {
        return Ledger.of(Library.CONTRACT, verifications, Library.CARDS, waivers);
    }

    private static Ledger.Row row(List<Verification> verifications, Waivers waivers, String cell) {
        return ledger(verifications, waivers).rows().stream()
                .filter(row -> row.cell().equals(cell))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such cell: " + cell));
    }
}
