package dev.remoteassistance.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.pact.PactBrokerPacts;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.provider.store.StoreInspection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each consumer gets what it expects from the real server, on a port, with SQLite and really signed tokens.
 * {@link StoreInspection} checks the store as well.
 */
class ServerProviderTest {

    static List<Verification> verifications() {
        return VerifiedPacts.verifications();
    }

    @AfterAll
    static void tellTheBroker() {
        PactBrokerPacts.publish(VerifiedPacts.verifications());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("verifications")
    void consumerGetsWhatItExpects(Verification verification) {
        assertThat(verification.faults()).as(verification.toString()).isEmpty();
        assertThat(verification.outcome()).as(verification.toString()).isEqualTo(Verification.Outcome.PASSED);
    }
}
