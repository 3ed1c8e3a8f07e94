package dev.remoteassistance.contract.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.CaseTable;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Contracts of every kind, each before and after one change, get the verdict that the change deserves. */
class GateCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/gate-cases");

    static Stream<Arguments> cases() {
        return rows().map(row -> Arguments.of(row.get(0), row.get(1) + row.get(3), row.get(2)));
    }

    private static Stream<List<String>> rows() {
        return CaseTable.rows(FOLDER.resolve("cases.tsv"));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @MethodSource("cases")
    void getTheirVerdict(String name, String expected, String change) {
        assertThat(verdict(name)).as(change).isEqualTo(expected);
    }

    @Test
    void everyFileBelongsToACase() throws IOException {
        List<String> files = rows().map(row -> row.get(0))
                .flatMap(name -> Stream.of(name + ".base.yaml", name + ".revision.yaml"))
                .toList();
        try (Stream<Path> present = Files.list(FOLDER)) {
            assertThat(present.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(files);
        }
    }

    private static String verdict(String name) {
        try {
            List<Finding> findings = ContractGate.findings(
                    FOLDER.resolve(name + ".base.yaml"), FOLDER.resolve(name + ".revision.yaml"), List.of());
            return findings.stream().anyMatch(Finding::isBreaking) ? "breaking" : "compatible";
        } catch (RefusedContractException e) {
            return "refused" + e.getMessage();
        }
    }
}
