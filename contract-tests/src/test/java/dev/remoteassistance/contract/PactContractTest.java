package dev.remoteassistance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What consumers send and expect is what the contract says, whatever server stands behind it: the answer always, and
 * the request where it is not meant to be refused.
 */
class PactContractTest {

    private static final Path PACTS = Path.of(System.getProperty("pact.rootDir"));

    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator.createForSpecificationUrl(
                    Path.of(System.getProperty("contract.file")).toUri().toString())
            .build();

    static Stream<Arguments> interactions() throws IOException {
        try (Stream<Path> files = Files.list(PACTS)) {
            return files.sorted().toList().stream()
                    .map(file -> DefaultPactReader.INSTANCE.loadPact(file.toFile()))
                    .flatMap(pact -> pact.getInteractions().stream()
                            .filter(SynchronousRequestResponse.class::isInstance)
                            .map(http -> Arguments.of(name(pact), http.getDescription(), http)));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("interactions")
    void isInTheContract(String consumer, String description, SynchronousRequestResponse interaction) {
        int status = interaction.getResponse().getStatus();
        ValidationReport answer = CONTRACT.validateResponse(
                interaction.getRequest().getPath(), method(interaction), response(interaction));
        assertThat(answer.getMessages()).as("answer that %s expects", consumer).isEmpty();

        if (status < 400) {
            ValidationReport request = CONTRACT.validateRequest(request(interaction));
            assertThat(request.getMessages())
                    .as("request that %s sends", consumer)
                    .isEmpty();
        }
    }

    @Test
    void everyConsumerIsThere() throws IOException {
        assertThat(interactions().map(arguments -> arguments.get()[0]).distinct())
                .contains("helper-app", "hand-written-caller", "helper-app-of-the-future")
                .hasSizeGreaterThanOrEqualTo(8);
    }

    private static String name(Pact pact) {
        return pact.getConsumer().getName();
    }

    private static Request.Method method(SynchronousRequestResponse interaction) {
        return Request.Method.valueOf(interaction.getRequest().getMethod());
    }

    private static SimpleRequest request(SynchronousRequestResponse interaction) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(
                method(interaction), interaction.getRequest().getPath());
        interaction.getRequest().getHeaders().forEach((name, values) -> request.withHeader(name, List.copyOf(values)));
        return request.withBody(interaction.getRequest().getBody().valueAsString())
                .build();
    }

    private static SimpleResponse response(SynchronousRequestResponse interaction) {
        SimpleResponse.Builder response =
                SimpleResponse.Builder.status(interaction.getResponse().getStatus());
        interaction
                .getResponse()
                .getHeaders()
                .forEach((name, values) -> response.withHeader(name, List.copyOf(values)));
        if (interaction.getResponse().getBody().isPresent()) {
            response.withBody(interaction.getResponse().getBody().valueAsString());
        }
        return response.build();
    }
}
