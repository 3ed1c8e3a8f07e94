package dev.remoteassistance.contract.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.edit.ContractEditList.Edit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The lint lets each edit pass that is carried, which {@code ContractEditsTest} shows, and refuses the others in words. */
class ContractEditLintTest {

    private static final List<Edit> EDITS = ContractEditList.all();

    @ParameterizedTest
    @FieldSource("EDITS")
    void saysWhatTheListSays(Edit edit) {
        assertThat(edit.finding()).isEqualTo(edit.refusal());
    }

    @Test
    void thereAreEnoughOfBothKinds() {
        assertThat(EDITS).hasSizeGreaterThanOrEqualTo(60).extracting(Edit::name).doesNotHaveDuplicates();
        assertThat(EDITS).anyMatch(edit -> edit.refusal().isEmpty());
        assertThat(EDITS).anyMatch(edit -> !edit.refusal().isEmpty());
    }
}
