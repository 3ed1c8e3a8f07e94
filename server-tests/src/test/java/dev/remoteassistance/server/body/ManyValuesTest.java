package dev.remoteassistance.server.body;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.http.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests documents that are small on the wire and large in memory. */
class ManyValuesTest {

    /** Names, values and brackets around the array's values. */
    private static final int AROUND = 10;

    @RegisterExtension
    final RunningServer server = new RunningServer();

    @Test
    void asManyAsTheLimit() {
        assertThat(server.post(arrayOf(JsonDocumentReader.MAX_TOKENS - AROUND)).statusCode())
                .isEqualTo(204);
        assertThat(server.stored()).hasSize(1);
    }

    @Test
    void oneMore() {
        assertRefused(
                        server.post(arrayOf(JsonDocumentReader.MAX_TOKENS - AROUND + 1)),
                        ErrorCode.REQUEST_ENTITY_TOO_LARGE)
                .hasMessage("The body has more than %d names, values and brackets."
                        .formatted(JsonDocumentReader.MAX_TOKENS));
        assertThat(server.stored()).isEmpty();
    }

    /** None of the limits that Jackson's other exceptions are about is exceeded. */
    @Test
    void tooManyNamesWithEqualHashes() {
        Stream<String> names = Stream.of("");
        for (int i = 0; i < 16; i++) {
            names = names.flatMap(start -> Stream.of(start + "Aa", start + "BB"));
        }
        String properties = names.map(name -> "\"%s\":0".formatted(name)).collect(Collectors.joining(","));
        String body = "{\"reportingPayload\":{\"id\":\"a\",%s}}".formatted(properties);
        HttpResponse<String> answer = server.post(body);
        // Each document's hashes begin with the time. In a few milliseconds of a thousand the table has room for all
        // names.
        for (int i = 0; i < 10 && answer.statusCode() == 204; i++) {
            answer = server.post(body);
        }
        assertRefused(answer, ErrorCode.BAD_REQUEST)
                .hasMessage("The body has too many property names whose hashes are equal.");
    }

    /** In prose: a keyword would be a break of the contract, although no document of known properties comes near. */
    @Test
    void theContractNamesTheLimit() throws IOException {
        assertThat(limit("RequestEntityTooLarge", "over ([0-9,]+) JSON tokens"))
                .isEqualTo(JsonDocumentReader.MAX_TOKENS);
        assertThat(limit("BadRequest", "a name in it has more than ([0-9,]+) characters"))
                .isEqualTo(JsonPolicy.MAX_NAME_LENGTH);
    }

    private static int limit(String answer, String sentence) throws IOException {
        try (InputStream contract = ManyValuesTest.class.getResourceAsStream("/openapi/remote-assistance.json")) {
            String description = new ObjectMapper()
                    .readTree(contract)
                    .at("/components/responses/%s/description".formatted(answer))
                    .asText();
            Matcher limit = Pattern.compile(sentence).matcher(description.replaceAll("\\s+", " "));
            assertThat(limit.find()).as(description).isTrue();
            return Integer.parseInt(limit.group(1).replace(",", ""));
        }
    }

    private static String arrayOf(int values) {
        return "{\"reportingPayload\":{\"id\":\"a\",\"later\":[%s0]}}".formatted("0,".repeat(values - 1));
    }
}
