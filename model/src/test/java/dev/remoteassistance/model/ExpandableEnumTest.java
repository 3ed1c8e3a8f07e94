package dev.remoteassistance.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpandableEnumTest {

    private final JsonMapper mapper = JsonPolicy.newMapper();

    @Test
    void knowsExactlyTheMembersOfTheContract() {
        assertThat(RemoteAssistanceSessionType.knownValues())
                .extracting(RemoteAssistanceSessionType::getValue)
                .isEqualTo(membersOf("RemoteAssistanceSessionType"));
        assertThat(EnrollmentState.knownValues())
                .extracting(EnrollmentState::getValue)
                .isEqualTo(membersOf("EnrollmentState"));
    }

    @Test
    void memberIsItsConstant() throws IOException {
        assertThat(read("pendingReset")).isSameAs(EnrollmentState.PENDING_RESET);
        assertThat(EnrollmentState.PENDING_RESET.isKnown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"retired", "Enrolled", "", " enrolled", "0"})
    void otherTextIsKeptAndToldApart(String text) throws IOException {
        EnrollmentState state = read(text);

        assertThat(state.isKnown()).isFalse();
        assertThat(state).isEqualTo(EnrollmentState.fromValue(text)).hasToString(text);
        assertThat(state).hasSameHashCodeAs(EnrollmentState.fromValue(text));
        assertThat(mapper.writeValueAsString(state)).isEqualTo("\"" + text + "\"");
    }

    @Test
    void noTextIsNoValue() {
        assertThat(EnrollmentState.fromValue(null)).isNull();
    }

    private EnrollmentState read(String text) throws IOException {
        return mapper.readValue("\"" + text + "\"", EnrollmentState.class);
    }

    private static List<String> membersOf(String schema) {
        return StreamSupport.stream(
                        ContractDocument.schema(schema).required("enum").spliterator(), false)
                // OpenAPI requires null among the members of an enum if a property of this type may be null.
                .filter(member -> !member.isNull())
                .map(JsonNode::asText)
                .toList();
    }
}
