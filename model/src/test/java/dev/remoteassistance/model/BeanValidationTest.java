package dev.remoteassistance.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the payload classes with an unmodified Bean Validation provider, as an importer of the model uses them. */
class BeanValidationTest {

    private static final ValidatorFactory FACTORY = Validation.byProvider(HibernateValidator.class)
            .configure()
            .defaultLocale(Locale.ENGLISH)
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();

    private final JsonMapper mapper = JsonPolicy.newMapper();
    private final Validator validator = FACTORY.getValidator();

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-10-20props.json", "2024-05-27props.json"})
    void documentedExamplesAreValid(String name) throws IOException {
        ReportRemoteAssistanceRequest request =
                mapper.readValue(ContractDocument.example(name), ReportRemoteAssistanceRequest.class);

        assertThat(validator.validate(request)).isEmpty();
    }

    @Test
    void payloadIsRequired() {
        assertThat(faults(new ReportRemoteAssistanceRequest())).containsExactly("reportingPayload must not be null");
    }

    @Test
    void everyFaultIsNamed() {
        RemoteAssistanceReporting payload = new RemoteAssistanceReporting()
                .odataType("#microsoft.graph.user")
                .helperEmail("a".repeat(321))
                .remoteAssistanceSessionType(RemoteAssistanceSessionType.fromValue("remote"));

        assertThat(faults(new ReportRemoteAssistanceRequest().reportingPayload(payload)))
                .containsExactlyInAnyOrder(
                        "reportingPayload.id must not be null",
                        "reportingPayload.odataType must match \"^#?microsoft\\.graph\\.remoteAssistanceReporting$\"",
                        "reportingPayload.helperEmail size must be between 0 and 320",
                        "reportingPayload.remoteAssistanceSessionType.known "
                                + "must be one of viewOnly, fullControl, elevation, unattended");
    }

    private List<String> faults(Object bean) {
        return validator.validate(bean).stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .toList();
    }
}
