package dev.remoteassistance.contract.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.contract.replay.PreparationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTest {

    @Test
    void yieldsWhatTheCommandPrints() {
        assertThat(token("echo ' a.b_c-d '", Map.of())).contains("a.b_c-d");
    }

    @Test
    void knowsTheParametersOfTheState() {
        assertThat(token(
                        "test \"$report_1\" = '[1,\"a b\"]' && echo $permission",
                        Map.of("permission", "Read.All", "report-1", List.of(1, "a b"))))
                .contains("Read.All");
    }

    @Test
    void saysThatTheStateIsNotPossible() {
        assertThat(token("exit 77", Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "exit 1, exited with 1",
        "true, printed something other than one access token",
        "echo a b, printed something other than one access token",
    })
    void saysThatItsOwnPartFailed(String command, String reason) {
        assertThatThrownBy(() -> token(command, Map.of()))
                .isInstanceOf(PreparationException.class)
                .hasMessage("the token command for the state 'a state' " + reason);
    }

    @Test
    void isPatientForAWhileOnly() {
        assertThatThrownBy(() -> token("sleep 60", Map.of(), Duration.ofSeconds(1)))
                .isInstanceOf(PreparationException.class)
                .hasMessage("the token command for the state 'a state' took longer than 1 seconds");
    }

    private static Optional<String> token(String command, Map<String, Object> parameters) {
        return token(command, parameters, Duration.ofMinutes(1));
    }

    private static Optional<String> token(String command, Map<String, Object> parameters, Duration patience) {
        return new TokenCommand("a state", command, patience).token(parameters);
    }
}
