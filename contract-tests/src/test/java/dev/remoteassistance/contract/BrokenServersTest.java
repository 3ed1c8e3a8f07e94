package dev.remoteassistance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.pact.Verification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verification of the pacts notices every broken server, and nothing else. */
class BrokenServersTest {

    static List<ServerFault> faults() {
        return BrokenServers.all().stream()
                .filter(f -> System.getProperty("only") == null || f.name().matches(System.getProperty("only")))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isNoticed(ServerFault fault) {
        assertThat(VerifiedPacts.verify(fault))
                .anyMatch(verification -> verification.outcome() == Verification.Outcome.FAILED);
    }

    @Test
    void theProxyAloneIsNot() {
        assertThat(VerifiedPacts.verify(ServerFault.PROXY_ALONE)).allMatch(Verification::passed);
    }
}
