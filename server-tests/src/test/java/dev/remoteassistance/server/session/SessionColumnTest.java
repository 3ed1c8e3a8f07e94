package dev.remoteassistance.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Tests that the columns are those that the contract describes. */
class SessionColumnTest {

    @Test
    void areThoseOfTheContractInItsOrder() throws IOException {
        assertThat(SessionColumn.ofSession())
                .extracting(SessionColumn::label)
                .isEqualTo(texts(contract().required("enum")));
    }

    @Test
    void areOfTheTypesThatTheContractNames() throws IOException {
        assertThat(SessionColumn.ofSession())
                .extracting(column -> column.type().propertyType())
                .isEqualTo(texts(contract().required("x-enum-descriptions")).stream()
                        .map(description -> description.replaceFirst("\\..*", ""))
                        .toList());
    }

    @Test
    void showThePropertiesThatTheContractNames() throws IOException {
        assertThat(SessionColumn.ofSession())
                .extracting(column -> column.property().orElse(""))
                .isEqualTo(texts(contract().required("x-enum-descriptions")).stream()
                        .map(description -> description.replaceFirst("[^`]*`?([^`]*).*", "$1"))
                        .toList());
    }

    private static JsonNode contract() throws IOException {
        try (InputStream json = SessionColumnTest.class.getResourceAsStream("/openapi/remote-assistance.json")) {
            return new ObjectMapper().readTree(json).at("/components/schemas/RemoteAssistanceSessionColumn");
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
