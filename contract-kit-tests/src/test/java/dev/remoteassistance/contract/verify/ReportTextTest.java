package dev.remoteassistance.contract.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTextTest {

    private final ReportText text = new ReportText();

    @Test
    void hidesEverySecretEverywhere() {
        text.hide("abc");
        text.hide("def");
        assertThat(text.lines("abc, Bearer def\nabcabc")).isEqualTo("[token], Bearer [token]\n[token][token]");
    }

    @Test
    void keepsLinesAndTakesWhatTerminalsObeyAndXmlForbids() {
        assertThat(text.lines("a\r\n\tb\u001b[31m\u0000\u202e\ud83d\ude80\ud83d\uffff"))
                .isEqualTo("a\n\tb\ufffd[31m\ufffd\ufffd\ud83d\ude80\ufffd\ufffd");
        assertThat(text.line("a\n\t b")).isEqualTo("a b");
    }

    @Test
    void hidesBeforeItShortens() {
        text.hide("secret");
        assertThat(text.lines("x".repeat(1_997) + "secret"))
                .startsWith("xxx")
                .doesNotContain("sec")
                .endsWith("(4 more characters)");
    }
}
