package dev.remoteassistance.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T08:00:00Z",
                "2026-03-02T08:00:10.500Z",
                "2026-03-02T08:00:00.000500Z",
                "2026-03-02T08:00:00.000000001Z",
                "2026-03-02T08:00:00.120Z",
                "2026-03-02T08:00:00.123456789Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z"
            })
    void showsAnInstantAsItWritesItself(String text) {
        assertThat(Instant.parse(text)).hasToString(text);
        assertThat(ColumnText.shown(ColumnText.of(Instant.parse(text)))).isEqualTo(text);
    }
}
