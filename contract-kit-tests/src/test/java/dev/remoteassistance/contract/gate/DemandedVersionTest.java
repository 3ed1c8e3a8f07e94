package dev.remoteassistance.contract.gate;

import static dev.remoteassistance.contract.spec.ContractEdit.drop;
import static dev.remoteassistance.contract.spec.ContractEdit.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.remoteassistance.contract.spec.ContractEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests which version a changed contract must have to be released. The baseline is 2.3.1. */
class DemandedVersionTest extends ReleaseTest {

    private static final ContractEdit WORDS = set("/info/description", "Other words.");
    private static final ContractEdit ADDITION = set(ORDER + "/day", "{type: string}");
    private static final ContractEdit BREAK = drop(ORDER + "/shelf");

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(
                        WORDS,
                        "2.3.1",
                        "Since 2.3.1 words changed, which demands a new patch version: raise info.version from 2.3.1 to 2.3.2."),
                arguments(WORDS, "2.3.2", "Released 2.3.2 as the baseline, after 2.3.1."),
                arguments(WORDS, "2.2.9", "info.version 2.2.9 is lower than the baseline's 2.3.1."),
                arguments(
                        ADDITION,
                        "2.3.1",
                        "Since 2.3.1 something was added, which demands a new minor version: raise info.version from 2.3.1 to 2.4.0."),
                arguments(
                        ADDITION,
                        "2.3.2",
                        "something was added, which demands a new minor version: raise info.version from 2.3.2 to 2.4.0."),
                arguments(ADDITION, "2.4.0", "Released 2.4.0"),
                arguments(ADDITION, "3.0.0", "Released 3.0.0"),
                arguments(ADDITION, "1.4.0", "is lower than the baseline's"),
                arguments(
                        BREAK,
                        "2.3.1",
                        "promises were broken, which demands a new major version: raise info.version from 2.3.1 to 3.0.0, or take the change back."),
                arguments(BREAK, "2.4.0", "raise info.version from 2.4.0 to 3.0.0"),
                arguments(BREAK, "3.0.0", "Released 3.0.0"),
                arguments(BREAK.and(ADDITION), "2.4.0", "promises were broken"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("changes")
    void demandsTheVersionThatSaysWhatChanged(ContractEdit edit, String version, String message) throws IOException {
        edit.and(set("/info/version", version)).write(SECOND, folder);

        int code = run(contract, baseline);

        boolean isReleased = message.startsWith("Released");
        assertThat(out.toString()).contains(message);
        assertThat(code).isEqualTo(isReleased ? 0 : 1);
        assertThat(Files.readString(baseline)).isEqualTo(Files.readString(isReleased ? contract : SECOND));
    }

    @ParameterizedTest
    @CsvSource({"2.4", "2.4.0-rc.1", "two", "02.4.0"})
    void takesNoOtherFormOfVersion(String version) {
        set("/info/version", "'" + version + "'").write(SECOND, folder);

        assertThat(run(contract, baseline)).isEqualTo(2);
        assertThat(err.toString()).contains("info.version must be major.minor.patch, and is '" + version + "'");
    }
}
