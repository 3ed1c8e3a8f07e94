package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The people, tenants and devices in the contract's example, which no log may name. */
public final class PersonalData {

    /** A report that names all of them. */
    public static final byte[] REPORT = RunningServer.CONTRACT.example(RunningServer.OPERATION);

    private static final String PERSONAL = ".*(Email|Name|Id|SerialNumber)";

    private PersonalData() {}

    /** Asserts that a text contains none of them and nothing else that is forbidden, in upper or lower case. */
    public static void assertAbsent(String text, List<String> forbidden) {
        List<String> values = values();
        assertThat(values).hasSizeGreaterThan(10);
        assertThat(text.toLowerCase(Locale.ROOT))
                .doesNotContain(Stream.concat(values.stream(), forbidden.stream())
                        .map(value -> value.toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static List<String> values() {
        try {
            return new ObjectMapper()
                    .readTree(REPORT).path("reportingPayload").properties().stream()
                            .filter(property -> property.getKey().matches(PERSONAL))
                            .map(property -> property.getValue().asText())
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
