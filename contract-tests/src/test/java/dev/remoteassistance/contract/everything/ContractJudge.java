package dev.remoteassistance.contract.everything;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.remoteassistance.contract.document.MissingSeconds;
import dev.remoteassistance.contract.validation.ValidatorContract;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks requests against a contract, and knows nothing else. */
public final class ContractJudge {

    private final OpenApiInteractionValidator contract;

    public ContractJudge(Path file) {
        contract = OpenApiInteractionValidator.createForSpecificationUrl(
                        file.toUri().toString())
                .withParseOptions(ValidatorContract.options())
                .build();
    }

    /** Returns what is wrong with a request; empty if it follows the contract. */
    public String faults(
            Request.Method method, String path, Map<String, String> query, Map<String, String> headers, String body) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(method, path).withAuthorization("Bearer token");
        query.forEach(request::withQueryParam);
        headers.forEach(request::withHeader);
        if (body != null) {
            request.withContentType("application/json").withBody(body);
        }
        return contract.validateRequest(request.build()).getMessages().stream()
                .filter(complaint -> !MissingSeconds.isMeant(complaint))
                .map(ValidationReport.Message::getMessage)
                .collect(Collectors.joining("; "));
    }
}
