package dev.remoteassistance.contract.broken;

import static dev.remoteassistance.contract.provider.ServerFault.answer;
import static dev.remoteassistance.contract.provider.ServerFault.store;
import static dev.remoteassistance.contract.provider.WireEdits.at;
import static dev.remoteassistance.contract.provider.WireEdits.header;
import static dev.remoteassistance.contract.provider.WireEdits.json;
import static dev.remoteassistance.contract.provider.WireEdits.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Response;
import dev.remoteassistance.contract.provider.ServerFault;
import dev.remoteassistance.contract.provider.WireEdits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Servers that answer a question about sessions with the wrong rows, or spell the answer wrongly. */
final class ReportFaults {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String BYTES = "application/octet-stream";

    private ReportFaults() {}

    static List<ServerFault> all() {
        return Stream.of(rows(), answers()).flatMap(List::stream).toList();
    }

    private static List<ServerFault> rows() {
        return List.of(
                store("sessions of another tenant are shown", SessionDecorators.ofAnotherTenant()),
                reported("one session too many is counted", report -> number(report, "TotalRowCount", 1)),
                reported(
                        "the rows of the page are counted",
                        report -> report.put(
                                "TotalRowCount", report.path("Values").size())),
                store("an amendment is one more session", SessionDecorators.withAmendmentsAsSessions()),
                reported("the rows are turned round", report -> turn(report.withArray("Values"))),
                reported("the columns are turned round", report -> turn(report.withArray("Schema"))),
                reported(
                        "the values of a row are turned round",
                        report -> report.path("Values").forEach(row -> turn((ArrayNode) row))));
    }

    private static List<ServerFault> answers() {
        return List.of(
                bytes("bytes are declared as JSON", header(CONTENT_TYPE, "application/json")),
                bytes("bytes are declared as text", header(CONTENT_TYPE, "text/plain")),
                bytes("a report as a page", WireEdits.text("<html/>")),
                bytes("a report that is cut off", WireEdits.text("{\"TotalRowCount\":")),
                reported("no total", report -> report.remove("TotalRowCount")),
                reported(
                        "the total is a text",
                        report -> member(report, "TotalRowCount", total -> report.textNode(total.asText()))),
                reported("no session id", report -> report.remove("SessionId")),
                reported("no schema", report -> report.remove("Schema")),
                reported("no values", report -> report.remove("Values")),
                reported(
                        "every column is declared as a text",
                        report -> report.path("Schema")
                                .forEach(column -> ((ObjectNode) column).put("PropertyType", "String"))),
                reported(
                        "numbers are texts",
                        report -> values(report, value -> value.isNumber() ? report.textNode(value.asText()) : value)),
                reported(
                        "what is absent is an empty text",
                        report -> values(report, value -> value.isNull() ? report.textNode("") : value)),
                reported(
                        "date-times lose their fraction",
                        report -> values(
                                report,
                                value -> value.isTextual()
                                        ? report.textNode(value.asText().replaceFirst("\\.\\d+Z$", "Z"))
                                        : value)),
                reported(
                        "numbers are rounded up",
                        report -> values(
                                report, value -> value.asInt() > 100 ? report.numberNode(value.asInt() + 1) : value)),
                encoded("JSON in JSON for Base64", stream -> stream.put("value", "{}")),
                encoded("Base64 without its end", stream -> text(stream, "value", value -> value.substring(4))),
                encoded("Base64 of an empty object", stream -> stream.put("value", "e30=")),
                encoded("the report itself for its Base64", stream -> stream.remove("value")),
                answer(
                        "Base64 is declared as bytes",
                        at(
                                200,
                                answer -> isBytes(answer)
                                        ? answer
                                        : header(CONTENT_TYPE, BYTES).apply(answer))));
    }

    private static ServerFault bytes(String name, UnaryOperator<Response> change) {
        return answer(name, at(200, answer -> isBytes(answer) ? change.apply(answer) : answer));
    }

    private static ServerFault reported(String name, Consumer<ObjectNode> change) {
        return bytes(name, json(report -> {
            change.accept((ObjectNode) report);
            return report;
        }));
    }

    private static ServerFault encoded(String name, Consumer<ObjectNode> change) {
        return answer(
                name,
                at(
                        200,
                        answer -> isBytes(answer)
                                ? answer
                                : json(stream -> {
                                            change.accept((ObjectNode) stream);
                                            return stream;
                                        })
                                        .apply(answer)));
    }

    private static boolean isBytes(Response answer) {
        return BYTES.equals(answer.getHeaders().getContentTypeHeader().mimeTypePart());
    }

    static void text(ObjectNode object, String name, UnaryOperator<String> change) {
        if (object.path(name).isTextual()) {
            object.put(name, change.apply(object.get(name).asText()));
        }
    }

    static void number(ObjectNode object, String name, int more) {
        if (object.path(name).isInt()) {
            object.put(name, Math.max(0, object.get(name).asInt() + more));
        }
    }

    private static void values(ObjectNode report, UnaryOperator<JsonNode> change) {
        for (JsonNode row : report.path("Values")) {
            for (int i = 0; i < row.size(); i++) {
                ((ArrayNode) row).set(i, change.apply(row.get(i)));
            }
        }
    }

    private static void turn(ArrayNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        Collections.reverse(elements);
        array.removeAll();
        array.addAll(elements);
    }
}
