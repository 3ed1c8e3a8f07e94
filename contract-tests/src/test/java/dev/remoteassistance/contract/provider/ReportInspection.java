package dev.remoteassistance.contract.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.remoteassistance.api.ReportsApi;
import dev.remoteassistance.contract.pact.BodyText;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.Exchange;
import dev.remoteassistance.everything.document.DocumentComparison;
import dev.remoteassistance.model.MonitorQuery;
import dev.remoteassistance.server.contract.Contract;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Checks what the contract says of reports only in words: each row has a value of its type for each column, and there are as
 * many rows as were asked for. A report in Base64 has the members that the consumer expects.
 */
final class ReportInspection {

    private static final Contract CONTRACT = Contract.load();
    /** The types of the queries that are answered with a report, by the ids of their operations. */
    private static final Map<String, Class<?>> QUERIES = Stream.of(ReportsApi.class.getMethods())
            .collect(Collectors.toMap(Method::getName, method -> method.getParameterTypes()[0]));

    private static final int DEFAULT_TOP = 50;

    /** Whether the report is one number, whatever is selected. */
    private final boolean isMonitor;

    private final JsonNode query;
    private final JsonNode report;
    private final List<String> faults = new ArrayList<>();

    private ReportInspection(boolean isMonitor, JsonNode query, JsonNode report) {
        this.isMonitor = isMonitor;
        this.query = query;
        this.report = report;
    }

    /** Returns what is wrong with a report, in words; empty if the answer is none. */
    static List<String> faults(ConsumerInteraction interaction, Exchange exchange) {
        Optional<Class<?>> asked = CONTRACT.operationsAt(exchange.path()).stream()
                .<Class<?>>map(operation -> QUERIES.get(operation.id()))
                .filter(Objects::nonNull)
                .findFirst();
        if (exchange.status() != 200 || asked.isEmpty()) {
            return List.of();
        }
        JsonNode answer = read(exchange.responseBody());
        JsonNode report = answer.has("value") ? decoded(answer) : answer;
        ReportInspection inspection =
                new ReportInspection(asked.get() == MonitorQuery.class, read(exchange.requestBody()), report);
        inspection.inspect();
        JsonNode expected = read(BodyText.of(interaction.http().orElseThrow().getResponse()));
        if (expected.has("value")) {
            decoded(expected)
                    .properties()
                    .forEach(member -> inspection.require(
                            member.getValue().equals(report.get(member.getKey())),
                            "the report in Base64 has another " + member.getKey()));
        }
        return inspection.faults;
    }

    private void inspect() {
        JsonNode columns = report.path("Schema");
        List<String> selected = texts(query.path("select"));
        if (!query.path("groupBy").isEmpty()) {
            selected.add("Count");
        }
        if (!isMonitor && !query.path("select").isEmpty()) {
            require(
                    selected.equals(columns.findValuesAsText("Column")),
                    "the columns are not those of select: " + columns);
        }
        int top = query.path("top").asInt(DEFAULT_TOP);
        int skip = query.path("skip").asInt();
        long total = report.path("TotalRowCount").asLong();
        JsonNode rows = report.path("Values");
        require(
                rows.size() == (isMonitor ? 1 : Math.max(0, Math.min(top, total - skip))),
                "there are %d rows of %d".formatted(rows.size(), total));
        require(
                report.path("SessionId").asText().equals(query.path("sessionId").asText("")),
                "SessionId is not that of the query");
        rows.forEach(row -> inspectRow(columns, row));
    }

    private void inspectRow(JsonNode columns, JsonNode row) {
        require(
                row.size() == columns.size(),
                "a row has %d values for %d columns".formatted(row.size(), columns.size()));
        for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
            String type = columns.get(i).path("PropertyType").asText();
            JsonNode value = row.get(i);
            boolean fits = value.isNull()
                    || switch (type) {
                        case "String" -> value.isTextual();
                        case "Int64" -> value.canConvertToLong() && value.isIntegralNumber();
                        case "DateTime" -> value.isTextual() && isInstant(value.asText());
                        default -> false;
                    };
            require(fits, "%s is no %s".formatted(value, type));
        }
    }

    private void require(boolean fulfilled, String fault) {
        if (!fulfilled) {
            faults.add(fault);
        }
    }

    private static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return text.endsWith("Z");
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static JsonNode decoded(JsonNode stream) {
        try {
            return read(
                    new String(Base64.getDecoder().decode(stream.get("value").asText()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return MissingNode.getInstance();
        }
    }

    /** Text that is not JSON has no parts of a report. */
    private static JsonNode read(String json) {
        try {
            return DocumentComparison.read(json);
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }

    private static List<String> texts(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    }
}
