package dev.remoteassistance.contract.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.remoteassistance.contract.consumer.RawRequest;
import dev.remoteassistance.contract.state.ProviderStates;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Viewers that each hold one documented read permission, delegated or as an application permission. */
@PactConsumerTest
@PactTestFor(providerName = ProviderStates.PROVIDER, pactVersion = PactSpecVersion.V4)
class ReportPermissionConsumerTest {

    private static final List<String> PERMISSIONS = List.of(
            "DeviceManagementServiceConfig.Read.All",
            "DeviceManagementServiceConfig.ReadWrite.All",
            "DeviceManagementConfiguration.Read.All",
            "DeviceManagementConfiguration.ReadWrite.All");

    private static final List<ReportQuestion> QUESTIONS = Stream.of(ReportAction.values())
            .flatMap(action -> PERMISSIONS.stream()
                    .flatMap(permission -> Stream.of(
                                    ProviderStates.USER_WITH_PERMISSION, ProviderStates.APP_WITH_PERMISSION)
                            .map(state -> question(action, state, permission))))
            .toList();

    @Pact(consumer = "session-viewer")
    V4Pact eachPermission(PactDslWithProvider builder) {
        return ReportQuestion.pact(builder, QUESTIONS);
    }

    @Test
    @PactTestFor(pactMethod = "eachPermission")
    void eachPermissionSuffices(MockServer server) throws Exception {
        for (ReportQuestion question : QUESTIONS) {
            assertThat(question.ask(server).statusCode()).as(question.name()).isEqualTo(200);
        }
    }

    /** The question's name tells the mock which interaction is meant. */
    private static ReportQuestion question(ReportAction action, String state, String permission) {
        return new ReportQuestion(
                "%s, where %s %s".formatted(action, state, permission),
                state,
                Map.of(ProviderStates.PERMISSION, permission),
                RawRequest.to(
                        action.path(),
                        action.questionOfNone(state + " " + permission).toString()),
                answer -> ReportQuestion.answered(answer, action.answerOfNone()));
    }
}
