package dev.remoteassistance.contract.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.mutant.Equivalents;
import dev.remoteassistance.contract.mutant.KillMatrix;
import java.nio.file.Path;
import java.util.Map;

/** Demands of every matrix: enough mutants, all of them noticed except the equivalents in the committed file. */
public final class KillMatrices {

    private static final Equivalents EQUIVALENTS = Equivalents.read(Path.of("equivalents.yaml"));

    private KillMatrices() {}

    /** Returns the equivalents of a matrix, by the name of the mutant. */
    public static Map<String, String> equivalents(String title) {
        return EQUIVALENTS.of(title);
    }

    /** Writes a matrix and its summary, and fails below 100 %. */
    public static void assertKilled(KillMatrix matrix, String file, int least) {
        matrix.write(Path.of("target/contract-report"), file);
        System.out.println(matrix.summary());

        assertThat(matrix.survivors()).as("mutants that nothing notices").isEmpty();
        assertThat(matrix.score()).isEqualTo(100);
        assertThat(matrix.rows())
                .hasSizeGreaterThanOrEqualTo(least)
                .extracting(KillMatrix.Row::mutant)
                .doesNotHaveDuplicates();
        assertThat(matrix.wrongEquivalents(equivalents(matrix.title()).keySet()))
                .as("equivalents that are none")
                .isEmpty();
    }
}
