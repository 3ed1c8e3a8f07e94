package dev.remoteassistance.contract.gate;

import static dev.remoteassistance.contract.spec.ContractEdit.drop;
import static dev.remoteassistance.contract.spec.ContractEdit.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

/** Tests what a release reports about consumers, and that a consumer's break demands a version. */
class ConsumersOfAReleaseTest extends ReleaseTest {

    @Test
    void namesTheConsumersOfABreak() {
        set(ORDER + "/copies/maximum", "1").write(SECOND, folder);

        assertThat(run("--pacts", SECOND.resolveSibling("pacts"), contract, baseline))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains("POST /members/{memberId}/loans request body copies: maximum lowered from 3 to 1")
                .contains("Of 3 interactions in the pact files, 1 would break, of school-desk:")
                .contains("school-desk: lending a book with a shelf: ");
    }

    @Test
    void takesAnInteractionThatBreaksForABreak() throws IOException {
        // Declaring a property is an addition, unless somebody sends another type by that name.
        set(ORDER + "/colour", "{type: integer}")
                .and(set("/info/version", "2.4.0"))
                .write(SECOND, folder);

        assertThat(run(contract, baseline)).isZero();
        Files.copy(SECOND, baseline, StandardCopyOption.REPLACE_EXISTING);
        assertThat(run("--pacts", SECOND.resolveSibling("pacts"), contract, baseline))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains("1 would break, of school-desk:")
                .contains("raise info.version from 2.4.0 to 3.0.0");
    }

    @Test
    void saysIfNoConsumerIsHit() {
        drop(ORDER + "/from").and(set("/info/version", "3.0.0")).write(SECOND, folder);

        assertThat(run("--pacts", SECOND.resolveSibling("pacts"), contract, baseline))
                .isZero();

        assertThat(out.toString()).contains("Of 3 interactions in the pact files, none would break.");
    }
}
