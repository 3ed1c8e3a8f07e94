package dev.remoteassistance.contract.second;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.PactFolder;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.pact.Verification.Outcome;
import dev.remoteassistance.contract.replay.ProviderUnderTest;
import dev.remoteassistance.contract.replay.ProviderVerification;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pacts of another API are verified, and the faults of its provider are reported in words. */
class LibraryVerificationTest {

    private static final String LOANS =
            "[{\"id\":\"1\",\"due\":\"2026-11-30\",\"fee\":12.5,\"book\":{\"title\":\"Emma\",\"cover\":\"red\"}}]";

    private final Library library = new Library();

    @AfterEach
    void stop() {
        library.close();
    }

    @Test
    void consumersGetWhatTheyExpect() {
        assertThat(library.verify()).hasSize(3).allMatch(Verification::passed);
    }

    @Test
    void anotherStatusIsAFault() {
        assertFaults(Library.json(404, "{\"code\":\"nobody\"}"), "expected status of 200 but was 404");
    }

    @Test
    void missingHeaderIsAFaultOfPactAndContract() {
        assertFaults(
                Library.json(200, LOANS),
                "Expected a header 'ETag' but was missing",
                "validation.response.header.missing");
    }

    @Test
    void whatTheContractForbidsIsAFaultEvenWhereNoConsumerLooks() {
        assertFaults(
                Library.json(200, LOANS.replace("\"fee\":12.5", "\"fee\":12.5,\"state\":\"eaten\""))
                        .withHeader("ETag", "\"abc\""),
                "validation.response.body.schema.enum");
    }

    @Test
    void brokenJsonIsAFault() {
        assertFaults(Library.json(200, "[{\"id\":").withHeader("ETag", "\"abc\""), "not the JSON");
    }

    @Test
    void temporaryRefusalIsShownAtOnceAsItIs() {
        assertFaults(
                aResponse().withStatus(503).withHeader("Retry-After", "600"), "expected status of 200 but was 503");
    }

    @Test
    void providerThatIsGoneIsAFault() {
        library.close();

        assertThat(library.verify())
                .allSatisfy(result -> assertThat(result.faults())
                        .singleElement()
                        .asString()
                        .startsWith("no answer that can be read: "));
    }

    @Test
    void stateThatIsOutOfReachIsSkipped() {
        ProviderVerification verification =
                new ProviderVerification(new CrossCheck(Library.CONTRACT), new ProviderUnderTest() {
                    @Override
                    public Optional<Map<String, Object>> prepare(String state, Map<String, Object> parameters) {
                        return Optional.empty();
                    }

                    @Override
                    public URI root() {
                        return library.root();
                    }
                });

        assertThat(Library.PACTS.stream().map(verification::verify))
                .extracting(Verification::outcome)
                .containsExactly(Outcome.SKIPPED, Outcome.PASSED, Outcome.PASSED);
    }

    @Test
    void pactsAreHeldAgainstTheContract() {
        assertThat(faults(Library.CONTRACT)).isEmpty();
        assertThat(faults(ContractEdit.set("/components/schemas/Kind/enum", "[audio]")
                        .and(ContractEdit.set("/components/schemas/Loan/properties/due/format", "date-time"))
                        .changed(Library.CONTRACT)))
                .anyMatch(fault -> fault.startsWith("validation.request.body.schema.enum"))
                .anyMatch(fault -> fault.startsWith("validation.response.body.schema.format.date-time"));
    }

    private static List<String> faults(ContractDocument contract) {
        CrossCheck check = new CrossCheck(contract);
        return Library.PACTS.stream()
                .flatMap(interaction -> check.faults(interaction.http().orElseThrow()).stream())
                .toList();
    }

    @Test
    void folderWithoutPactsIsNoSuccess(@TempDir Path folder) {
        assertThatThrownBy(() -> PactFolder.read(folder)).hasMessageContaining("no pact in");
    }

    private void assertFaults(ResponseDefinitionBuilder answer, String... faults) {
        library.answerLoans(answer);
        List<Verification> results = library.verify();

        assertThat(results.subList(1, 3)).allMatch(Verification::passed);
        for (String fault : faults) {
            assertThat(results.get(0).faults()).anyMatch(said -> said.contains(fault));
        }
    }
}
