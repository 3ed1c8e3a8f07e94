package dev.remoteassistance.contract.gate;

import static dev.remoteassistance.contract.spec.ContractEdit.rename;
import static dev.remoteassistance.contract.spec.ContractEdit.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.remoteassistance.contract.release.Extent;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests what counts as words of a contract, and what as an addition. */
class GateReportTest {

    private static final Path SECOND = ReleaseTest.SECOND;
    private static final String ORDER = ReleaseTest.ORDER;

    @TempDir
    Path folder;

    static Stream<Arguments> words() {
        return Stream.of(
                arguments(Extent.WORDS, set("/paths/~1members~1{memberId}~1loans/get/operationId", "loans")),
                arguments(Extent.WORDS, set("/paths/~1members~1{memberId}~1loans/get/tags", "[Other]")),
                arguments(Extent.WORDS, set(ORDER + "/isbn/example", "'1'")),
                arguments(Extent.WORDS, set(ORDER + "/isbn/description", "Words.")),
                arguments(
                        Extent.WORDS,
                        set("/components/securitySchemes/card/flows/password/scopes/loans.read", "Words.")),
                arguments(
                        Extent.WORDS,
                        rename("/components/schemas/Kind", "Medium")
                                .and(set(ORDER + "/kind", "{$ref: '#/components/schemas/Medium'}"))),
                arguments(Extent.WORDS, set("/components/schemas/Unused", "{type: string}")),
                arguments(Extent.ADDITION, set(ORDER + "/description", "{type: string}")),
                arguments(Extent.ADDITION, set(ORDER + "/isbn/maxLength", "14")),
                arguments(
                        Extent.ADDITION,
                        set("/paths/~1members~1{memberId}~1loans/post/requestBody/x-max-bytes", "5000")),
                arguments(Extent.ADDITION, set("/paths/~1members~1{memberId}~1loans/get/deprecated", "true")));
    }

    @ParameterizedTest
    @MethodSource("words")
    void tellsWordsFromWhatIsSent(Extent expected, ContractEdit edit) {
        Path changed = edit.write(SECOND, folder);

        assertThat(GateReport.extent(
                        SECOND,
                        changed,
                        ContractGate.breaks(ContractDocument.read(SECOND), ContractDocument.read(changed))))
                .isEqualTo(expected);
    }
}
