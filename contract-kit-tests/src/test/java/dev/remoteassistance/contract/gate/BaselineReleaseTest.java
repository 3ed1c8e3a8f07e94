package dev.remoteassistance.contract.gate;

import static dev.remoteassistance.contract.spec.ContractEdit.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Tests what becomes of the files of a baseline when a contract is released. */
class BaselineReleaseTest extends ReleaseTest {

    @Test
    void hasNothingToReleaseTwice() throws IOException {
        Files.copy(SECOND, contract);

        assertThat(run(contract, baseline)).isZero();
        assertThat(out.toString()).contains("Nothing to release: 2.3.1 is the baseline already.");
    }

    @Test
    void releasesTheFirst() throws IOException {
        Files.delete(baseline);

        assertThat(run(SECOND, baseline)).isZero();
        assertThat(out.toString()).contains("Released 2.3.1 as the first baseline.");
        assertThat(baseline).hasSameTextualContentAs(SECOND);
    }

    @Test
    void takesExamplesAlongAndOldOnesAway() throws IOException {
        String examples = "/paths/~1members~1{memberId}~1loans/post/requestBody/content/application~1json/examples";
        Files.createDirectories(folder.resolve("examples"));
        Files.writeString(folder.resolve("examples/one.json"), "{}");
        set(examples, "{one: {externalValue: examples/one.json}}")
                .and(set("/info/version", "2.3.2"))
                .write(SECOND, folder);
        assertThat(run(contract, baseline)).isZero();
        assertThat(baseline.resolveSibling("examples/one.json")).exists();

        Files.writeString(folder.resolve("examples/one.json"), "{\"isbn\": \"1\"}");
        assertThat(run(contract, baseline)).as("another example is other words").isEqualTo(1);

        set("/info/version", "2.3.3").write(SECOND, folder);
        assertThat(run(contract, baseline)).isZero();
        assertThat(baseline.resolveSibling("examples/one.json")).doesNotExist();
    }

    @Test
    void takesReferencedFilesAlong() throws IOException {
        Files.createDirectories(folder.resolve("parts"));
        Files.writeString(folder.resolve("parts/kind.yaml"), "type: string\nenum: [paper, audio]\n");
        set(ORDER + "/kind", "{$ref: parts/kind.yaml}")
                .and(set("/info/version", "2.3.2"))
                .write(SECOND, folder);

        assertThat(run(contract, baseline)).as(out.toString()).isZero();
        assertThat(baseline.resolveSibling("parts/kind.yaml"))
                .hasSameTextualContentAs(folder.resolve("parts/kind.yaml"));

        Files.writeString(folder.resolve("parts/kind.yaml"), "type: string\nenum: [paper]\n");
        assertThat(run(contract, baseline)).isEqualTo(1);
        assertThat(out.toString()).contains("request body kind: enum lost the member audio");
    }

    @Test
    void complainsOfWhatItCannotRead() {
        assertThat(run(folder.resolve("missing.yaml"), baseline)).isEqualTo(2);
        assertThat(err.toString()).contains("missing.yaml");
        assertThat(run("--unknown")).isEqualTo(2);
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Usage: contract-kit release-baseline");
    }
}
