package dev.remoteassistance.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the rules of W3C Trace Context, section 3.2. */
class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String VALID = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @ParameterizedTest
    @ValueSource(
            strings = {
                VALID,
                "00-" + TRACE + "-00f067aa0ba902b7-ff",
                "cc-" + TRACE + "-00f067aa0ba902b7-01",
                "cc-" + TRACE + "-00f067aa0ba902b7-01-what-the-future-holds",
            })
    void takesTheCallersTrace(String header) {
        assertThat(TraceParent.traceId(List.of(header))).hasValue(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-01-x",
                "00-" + TRACE + "-00f067aa0ba902b7-01x",
                "cc-" + TRACE + "-00f067aa0ba902b7-01x",
                "00-" + TRACE + "-00f067aa0ba902b7-0",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
                "00_" + TRACE + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "_00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7_01",
                "0g-" + TRACE + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-0g",
            })
    void passesOverWhatIsMalformed(String header) {
        assertThat(TraceParent.traceId(List.of(header))).isEmpty();
    }

    /** Samplers draw by the second half of an id, as a number. In a GUID, two bits there are fixed. */
    @Test
    void anIdThatBeginsHereIsAllRandom() {
        Set<String> firstDigits = new TreeSet<>();
        for (int i = 0; i < 1_000; i++) {
            String id = TraceParent.newTraceId();
            assertThat(TraceParent.traceId(List.of("00-" + id + "-00f067aa0ba902b7-01")))
                    .hasValue(id);
            firstDigits.add(id.substring(16, 17));
        }
        assertThat(firstDigits).hasSize(16);
    }

    @Test
    void passesOverTwo() {
        assertThat(TraceParent.traceId(List.of(VALID, VALID))).isEmpty();
        assertThat(TraceParent.traceId(List.of())).isEmpty();
    }
}
