package dev.remoteassistance.contract.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.contract.option.NoVerdictException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenSourcesTest {

    private final TokenSources sources = new TokenSources(Set.of("all is well", "all is lost"), "all is well");

    @Test
    void servesAStateByTheSourceThatNamesIt() {
        add("all is lost=a=b");
        assertThat(token("all is lost")).contains("all is lost: a=b");
        assertThat(token("all is well")).isEmpty();
    }

    @Test
    void servesTheDefaultStateByASourceThatNamesNone() {
        add("./token --kind=user");
        assertThat(token("all is well")).contains("all is well: ./token --kind=user");
    }

    @Test
    void takesWordsForAStateAndRunsThemNever() {
        assertThatThrownBy(() -> add("all is new=a"))
                .isInstanceOf(NoVerdictException.class)
                .hasMessage("no pact has the state 'all is new'; there are: all is lost, all is well");
    }

    @Test
    void takesNoSecondSource() {
        add("a");
        assertThatThrownBy(() -> add("all is well=b"))
                .isInstanceOf(NoVerdictException.class)
                .hasMessage("two sources of tokens for the state 'all is well'");
    }

    @Test
    void takesNoSourceThatServesNothing() {
        TokenSources ofAnotherCase = new TokenSources(Set.of("all is lost"), "all is well");
        assertThatThrownBy(() -> ofAnotherCase.add("a", (state, value) -> parameters -> Optional.empty()))
                .isInstanceOf(NoVerdictException.class)
                .hasMessageContaining("all is lost");
    }

    private void add(String argument) {
        sources.add(argument, (state, value) -> parameters -> Optional.of(state + ": " + value));
    }

    private Optional<String> token(String state) {
        return sources.token(state, Map.of());
    }
}
