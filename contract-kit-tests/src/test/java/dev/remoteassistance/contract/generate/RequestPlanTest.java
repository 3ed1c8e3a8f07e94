package dev.remoteassistance.contract.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests which requests are drawn from a small contract. */
class RequestPlanTest {

    private static final ContractDocument CONTRACT = OrderServer.CONTRACT;

    @Test
    void triesEveryLimitAndEveryRule() {
        RequestPlan plan = new RequestPlan(CONTRACT, 7);
        Set<String> special = new HashSet<>();
        for (int i = 0; i < plan.size(); i++) {
            plan.request(i).ifPresent(request -> special.add((request.allowed() ? "+ " : "- ") + request.special()));
        }

        assertThat(new TreeSet<>(special))
                .contains(
                        "+ everything is there",
                        "+ path parameter id of minLength 4",
                        "- path parameter id longer than maxLength 12",
                        "+ query parameter limit absent",
                        "- query parameter limit beyond maximum 100",
                        "- query parameter limit of another type than integer",
                        "- header parameter X-Id not of its pattern",
                        "+ header parameter X-Kind = b",
                        "- header parameter X-Kind outside of the enum",
                        "- request body absent",
                        "- request body with an undeclared property",
                        "- request body isbn absent",
                        "- request body isbn not of its pattern",
                        "+ request body note null",
                        "- request body copies null",
                        "- request body copies beyond minimum 1",
                        "+ request body tags of maxItems 2",
                        "- request body tags more than maxItems 2",
                        "+ request body inner absent");
    }

    @Test
    void drawsNoValueWhoseRulesStandInWords() {
        List<GeneratedRequest> requests = requests(ContractEdit.set(
                "/components/schemas/Order/properties/note",
                "{type: string, nullable: true, maxLength: 20, x-rules-in-words: true}"));

        assertThat(requests)
                .filteredOn(GeneratedRequest::allowed)
                .hasSizeGreaterThan(15)
                .allMatch(request -> !request.body().contains("\"note\":\""));
        assertThat(requests)
                .extracting(GeneratedRequest::special)
                .filteredOn(special -> special.startsWith("request body note"))
                .containsExactlyInAnyOrder(
                        "request body note absent",
                        "request body note null",
                        "request body note of another type than string",
                        "request body note longer than maxLength 20");
    }

    @Test
    void acceptsEachMediaTypeOfTheAnswers() {
        String order = "{schema: {$ref: '#/components/schemas/Order'}}";
        List<GeneratedRequest> requests = requests(ContractEdit.set(
                "/paths/~1members~1{id}~1orders/post/responses/200",
                "{description: x, content: {application/octet-stream: %1$s, application/json: %1$s}}"
                        .formatted(order)));

        assertThat(requests)
                .extracting(request -> request.headers().get("Accept"))
                .containsOnly(
                        "application/octet-stream, application/json;q=0.5",
                        "application/json, application/octet-stream;q=0.5");
    }

    @Test
    void takesAValueOfAnyTypeForNoBrokenOne() {
        List<GeneratedRequest> requests =
                requests(ContractEdit.set("/components/schemas/Order/properties/note", "{nullable: true}"));

        assertThat(requests)
                .filteredOn(request -> request.special().startsWith("request body note"))
                .hasSize(2)
                .allMatch(GeneratedRequest::allowed);
    }

    @Test
    void drawsDateTimesWithSeconds() {
        List<GeneratedRequest> requests = requests(ContractEdit.set(
                "/components/schemas/Order/properties/note",
                "{type: string, format: date-time, pattern: '^2026-11-2[0-9]T10:00(:00)?Z$'}"));

        assertThat(requests)
                .filteredOn(request -> request.special().equals("everything is there"))
                .isNotEmpty()
                .allMatch(request -> request.body().matches(".*\"note\":\"2026-11-2[0-9]T10:00:00Z\".*"));
    }

    /** All that is drawn from a changed contract. */
    private static List<GeneratedRequest> requests(ContractEdit edit) {
        RequestPlan plan = new RequestPlan(edit.changed(CONTRACT), 7);
        return IntStream.range(0, plan.size())
                .boxed()
                .flatMap(number -> plan.request(number).stream())
                .toList();
    }
}
