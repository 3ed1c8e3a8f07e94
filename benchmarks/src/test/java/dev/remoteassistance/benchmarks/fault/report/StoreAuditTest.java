package dev.remoteassistance.benchmarks.fault.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreAuditTest {

    private final ReportLedger ledger = new ReportLedger();
    private final StoreAudit audit = new StoreAudit();

    StoreAuditTest() {
        List.of("kept", "other", "unanswered").forEach(ledger::send);
        List.of("kept", "other").forEach(ledger::acknowledge);
    }

    @Test
    void holdsWhenAcknowledgedReportsAreThereOnceAndUnansweredOnesAtMostOnce() {
        addLines("kept", "other");
        assertThat(broken()).isEmpty();

        addLines("unanswered");
        assertThat(broken()).isEmpty();
    }

    @Test
    void namesWhatWasLost() {
        addLines("kept");
        assertThat(broken()).containsExactly("1 acknowledged but lost: other");
    }

    @Test
    void namesWhatWasDoubledAcknowledgedOrNot() {
        addLines("kept", "other", "kept", "unanswered", "unanswered");
        assertThat(broken()).containsExactly("2 stored more than once: kept, unanswered");
    }

    @Test
    void namesWhatNobodySent() {
        addLines("kept", "other", "foreign");
        assertThat(broken()).containsExactly("1 stored but never sent: foreign");
    }

    @Test
    void namesLinesThatAreTornOrTellTwoIds() {
        addLines("kept", "other");
        audit.addLine("{\"id\":\"unans");
        audit.addLine("{\"id\":\"unanswered\",\"payload\":{\"id\":\"kept\"}}");
        audit.addLine("");
        assertThat(broken()).containsExactly("3 unreadable in the export: line 3, line 4, line 5");
    }

    @Test
    void exitsWithOneAndNamesTheFirstOfMany() {
        for (int number = 100; number < 125; number++) {
            ledger.send("lost-" + number);
            ledger.acknowledge("lost-" + number);
        }
        addLines("kept", "other");
        StringWriter out = new StringWriter();

        assertThat(verdict().print(new PrintWriter(out))).isEqualTo(1);
        assertThat(out.toString())
                .contains("  acknowledged but lost: 25", "BROKEN: 25 acknowledged but lost: lost-100, lost-101,")
                .contains("lost-119, and 5 more");
    }

    @Test
    void exitsWithZeroWhenEveryPromiseHeld() {
        addLines("kept", "other");
        StringWriter out = new StringWriter();

        assertThat(verdict().print(new PrintWriter(out))).isZero();
        assertThat(out.toString()).contains("Every promise held.");
    }

    private void addLines(String... ids) {
        for (String id : ids) {
            audit.addLine("{\"id\":\"%s\",\"payload\":{\"id\":\"%s\"}}".formatted(id, id));
        }
    }

    private List<String> broken() {
        return verdict().brokenPromises();
    }

    private Verdict verdict() {
        Verdict verdict = new Verdict("a run");
        audit.judge(ledger, verdict);
        return verdict;
    }
}
