package dev.remoteassistance.contract.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.schema.rule.SchemaRules;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests which changes the gate reports as breaks, with a contract that has nothing to do with this API. */
class BreakingChangeGateTest {

    private static final String CHANGES = "dev.remoteassistance.contract.gate.LibraryChanges#";
    private static final Path SECOND = LibraryChanges.CONTRACT;

    private static final BreakingChangeGate GATE = new BreakingChangeGate();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource(CHANGES + "breaks")
    void namesPlaceAndRule(ContractEdit edit, String place, String rule) {
        List<Break> breaks = GATE.breaks(SECOND, edit.write(SECOND, folder));

        assertThat(breaks).anySatisfy(found -> {
            assertThat(found.place()).hasToString(place);
            assertThat(found.rule()).isEqualTo(rule);
        });
    }

    @Test
    void holdsEveryRuleForSchemasAgainstABreak() {
        List<String> shown = LibraryChanges.breaks()
                .map(row -> String.valueOf(row.get()[2]).split(" ")[0])
                .toList();

        assertThat(shown).containsAll(SchemaRules.keywords());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(CHANGES + "allowed")
    void staysQuiet(String change, ContractEdit edit) {
        assertThat(GATE.breaks(SECOND, edit.write(SECOND, folder))).as(change).isEmpty();
    }

    @Test
    void comparesWithItself() {
        assertThat(GATE.breaks(SECOND, SECOND)).isEmpty();
    }
}
