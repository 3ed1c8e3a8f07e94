package dev.remoteassistance.languages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.testing.ReceivedReport;
import dev.remoteassistance.testing.RemoteAssistanceServerExtension;
import dev.remoteassistance.testing.ReportToken;
import dev.remoteassistance.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the server stores of reports that generated clients send, and what the page says of it. */
@ExtendWith(RemoteAssistanceServerExtension.class)
class LanguagesTest {

    private static final LanguagesPage PAGE = LanguagesPage.read();
    private static final String MEMBERS = "what a report holds";

    private static final Comparator<JsonNode> DIGITS = Comparator.comparing(JsonNode::toString);

    private final JsonMapper mapper = JsonPolicy.newMapper();

    @ParameterizedTest
    @EnumSource
    void losesWhatThePageSays(ClientProgram client, TestServer server, @ReportToken String token) throws Exception {
        List<String> examples = examples();
        List<String> sent = Stream.concat(examples.stream(), members()).toList();
        client.build();

        List<String> outcome = client.post(server.baseUri(), token, sent);

        Iterator<ReceivedReport> stored = server.reports().iterator();
        List<String> measured = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            measured.add(
                    switch (outcome.get(i)) {
                        case "204" -> loss(sent.get(i), stored.next());
                        case "400" -> "refused";
                        default -> outcome.get(i);
                    });
        }
        assertThat(stored).isExhausted();
        String ofExamples = measured.subList(0, examples.size()).stream()
                .flatMap(Pattern.compile(", ")::splitAsStream)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        List<String> ofMembers = measured.subList(examples.size(), sent.size());
        assertThat(Stream.concat(Stream.of(ofExamples), ofMembers.stream()))
                .containsExactlyElementsOf(PAGE.column(client.column()));
        assertThat(outcome.subList(sent.size(), outcome.size()))
                .containsExactly("%d sessions"
                        .formatted(server.reports().stream()
                                .filter(ReceivedReport::current)
                                .count()));
    }

    @Test
    void thePageHasAColumnForEachClient() {
        List<String> columns = new ArrayList<>(List.of(MEMBERS));
        for (ClientProgram client : ClientProgram.values()) {
            columns.add(client.column());
        }
        assertThat(PAGE.columns()).isEqualTo(columns);
    }

    @Test
    void thePageShowsTheFilesOfTheGenerator() throws IOException {
        List<String> files = new ArrayList<>();
        for (String name : List.of("typescript.yaml", "python.yaml", "go.yaml")) {
            files.add(Files.readString(Path.of("src/test/generator", name)));
        }
        assertThat(PAGE.yaml()).isEqualTo(files);
    }

    /** Microsoft's examples, one of each revision, as the helper apps of contract-tests send them. */
    private List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(LanguagesPage.PROJECT.resolve("contract-tests/src/pacts"))) {
            for (Path pact : files.filter(file -> file.getFileName().toString().startsWith("helper-app-20"))
                    .sorted()
                    .toList()) {
                examples.add(mapper.readTree(pact.toFile())
                        .at("/interactions/0/request/body/content")
                        .toString());
            }
        }
        assertThat(examples).hasSize(5);
        return examples;
    }

    /** A report for each row of the page's table that shows a member of one, with an id of its own. */
    private static Stream<String> members() {
        List<String> members = PAGE.column(MEMBERS).stream()
                .filter(member -> member.startsWith("`"))
                .map(member -> member.substring(1, member.length() - 1))
                .toList();
        return IntStream.range(0, members.size())
                .mapToObj(i -> "{\"reportingPayload\":{\"id\":\"%d\",%s}}".formatted(i, members.get(i)));
    }

    /** What the server has in place of what was sent; as the model writes both, since it writes equal date-times equally. */
    private String loss(String body, ReceivedReport received) throws JsonProcessingException {
        JsonNode sent = json(mapper.treeToValue(
                mapper.readTree(body).required("reportingPayload"), RemoteAssistanceReporting.class));
        JsonNode stored = json(received.payload());
        TreeSet<String> names = new TreeSet<>();
        sent.fieldNames().forEachRemaining(names::add);
        stored.fieldNames().forEachRemaining(names::add);
        // The order of members does not matter, but every digit does: 1.10 is not 1.1.
        names.removeIf(name -> sent.path(name).equals(DIGITS, stored.path(name)));
        if (names.isEmpty()) {
            return "kept";
        }
        if (names.size() > 1) {
            return names.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
        }
        return stored.has(names.first()) ? "`%s`".formatted(stored.get(names.first())) : "lost";
    }

    private JsonNode json(RemoteAssistanceReporting payload) throws JsonProcessingException {
        return mapper.readTree(mapper.writeValueAsString(payload));
    }
}
