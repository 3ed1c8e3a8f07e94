package dev.remoteassistance.contract.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.schema.rule.SchemaRules;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests which changes the gate reports as breaks, with a contract that has nothing to do with this API. */
class ContractGateTest {

    private static final String CHANGES = "dev.remoteassistance.contract.gate.LibraryChanges#";
    private static final ContractDocument SECOND = ContractDocument.read(LibraryChanges.CONTRACT);

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource(CHANGES + "breaks")
    void namesPlaceAndRule(ContractEdit edit, String place, String rule) {
        List<Difference> breaks = ContractGate.breaks(SECOND, edit.changed(SECOND));

        assertThat(breaks).anySatisfy(found -> {
            assertThat(found.place()).hasToString(place);
            assertThat(found.words()).isEqualTo(rule);
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
        assertThat(ContractGate.breaks(SECOND, edit.changed(SECOND))).as(change).isEmpty();
    }

    @Test
    void comparesWithItself() {
        assertThat(ContractGate.breaks(SECOND, SECOND)).isEmpty();
    }
}
