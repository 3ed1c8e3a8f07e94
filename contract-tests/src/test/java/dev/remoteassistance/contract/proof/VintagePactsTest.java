package dev.remoteassistance.contract.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remoteassistance.contract.state.ProviderStates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pacts of helper apps of every revision contain exactly the properties of that revision, in its order. */
class VintagePactsTest {

    private static final Pattern SINCE = Pattern.compile("Since revision (\\d+)");
    private static final int NEWEST = 5;
    private static final Path HANDED_IN = Path.of("src/pacts");

    @ParameterizedTest
    @CsvSource({"1, 2021-08, 18", "2, 2021-10, 20", "3, 2022-12, 21", "4, 2023-06, 23", "5, 2024-05, 27"})
    void holdTheirRevision(int revision, String date, int documented) throws IOException {
        List<String> sent = sent("helper-app-" + date);

        assertThat(sent).isEqualTo(declaredUpTo(revision));
        // The documents count the properties without the annotation.
        assertThat(sent).hasSize(documented + 1);
    }

    @Test
    void futureGoesBeyondEveryRevision() throws IOException {
        List<String> sent = sent("helper-app-of-the-future");

        assertThat(sent)
                .containsAll(declaredUpTo(NEWEST))
                .hasSizeGreaterThan(declaredUpTo(NEWEST).size());
    }

    private static List<String> sent(String consumer) throws IOException {
        JsonNode pact = new ObjectMapper()
                .readTree(HANDED_IN
                        .resolve(consumer + "-" + ProviderStates.PROVIDER + ".json")
                        .toFile());
        assertThat(pact.required("interactions")).hasSize(1);
        List<String> names = new ArrayList<>();
        pact.at("/interactions/0/request/body/content/reportingPayload")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private static List<String> declaredUpTo(int revision) throws IOException {
        JsonNode contract = new YAMLMapper()
                .readTree(Path.of(System.getProperty("contract.file")).toFile());
        List<String> names = new ArrayList<>();
        contract.at("/components/schemas/RemoteAssistanceReporting/properties")
                .properties()
                .forEach(property -> {
                    Matcher since = SINCE.matcher(
                            property.getValue().required("description").asText());
                    int brought = since.find() ? Integer.parseInt(since.group(1)) : 1;
                    assertThat(brought)
                            .as("revision of %s, of which a pact must be handed in", property.getKey())
                            .isBetween(1, NEWEST);
                    if (brought <= revision) {
                        names.add(property.getKey());
                    }
                });
        return names;
    }
}
