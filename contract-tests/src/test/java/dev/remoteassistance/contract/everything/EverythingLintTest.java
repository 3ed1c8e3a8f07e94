package dev.remoteassistance.contract.everything;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.lint.ContractLint;
import org.junit.jupiter.api.Test;

/** The lint allows what the contract of everything shows to be carried. */
class EverythingLintTest {

    @Test
    void takesTheContractOfEverything() {
        assertThat(ContractLint.findings(EchoServer.CONTRACT)).isEmpty();
    }
}
