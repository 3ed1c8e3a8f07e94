package dev.remoteassistance.contract.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.ledger.Ledger;
import dev.remoteassistance.contract.ledger.Waivers;
import dev.remoteassistance.contract.provider.VerifiedPacts;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every cell of the contract is exercised by a consumer and verified against the real server. */
class LedgerTest {

    private static final Waivers WAIVERS = Waivers.read(Path.of("waivers.yaml"));
    private static final Ledger LEDGER = Ledger.of(
            ContractDocument.read(VerifiedPacts.CONTRACT), VerifiedPacts.verifications(), new TokenGrants(), WAIVERS);

    @Test
    void everyCellIsVerifiedOrWaived() {
        LEDGER.write(Path.of("target/contract-report"));
        System.out.println(LEDGER.summary());

        assertThat(LEDGER.openRows()).extracting(Ledger.Row::cell).isEmpty();
    }

    @Test
    void waiversAreForCellsThatNothingProves() {
        assertThat(WAIVERS.faults(LEDGER)).isEmpty();
    }
}
