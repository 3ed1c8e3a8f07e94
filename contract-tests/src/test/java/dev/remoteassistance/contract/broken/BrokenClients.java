package dev.remoteassistance.contract.broken;

import static dev.remoteassistance.contract.provider.WireEdits.body;
import static dev.remoteassistance.contract.provider.WireEdits.member;
import static dev.remoteassistance.contract.provider.WireEdits.payload;
import static dev.remoteassistance.contract.provider.WireEdits.with;
import static dev.remoteassistance.contract.provider.WireEdits.without;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import dev.remoteassistance.contract.consumer.Expectations;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Clients that send something wrong, with one fault each: the consumers' tests must notice them all. */
public final class BrokenClients {

    private static final String AUTHORIZATION = "Authorization";
    private static final String WRAPPER = "reportingPayload";

    /**
     * One thing that a client sends wrong.
     *
     * @param name in words
     * @param change of what the real client sends
     */
    record ClientFault(String name, UnaryOperator<Request> change) {}

    static final ClientFault NONE = new ClientFault("nothing, behind a proxy", sent -> sent);

    private BrokenClients() {}

    static List<ClientFault> all() {
        return Stream.of(headers(), addresses(), bodies(), payloads())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ClientFault> headers() {
        return List.of(
                new ClientFault("no token", sent -> without(sent, AUTHORIZATION)),
                new ClientFault(
                        "a token without its scheme", sent -> with(sent, AUTHORIZATION, Expectations.EXAMPLE_TOKEN)),
                new ClientFault(
                        "a token as Basic credentials",
                        sent -> with(sent, AUTHORIZATION, "Basic " + Expectations.EXAMPLE_TOKEN)),
                new ClientFault("another token", sent -> with(sent, AUTHORIZATION, "Bearer another")),
                new ClientFault("no client-request-id", sent -> without(sent, "client-request-id")),
                new ClientFault("a client-request-id that is no GUID", sent -> with(sent, "client-request-id", "1")),
                new ClientFault("no Content-Type", sent -> without(sent, "Content-Type")),
                new ClientFault("JSON declared as text", sent -> with(sent, "Content-Type", "text/plain")),
                new ClientFault(
                        "JSON declared as a form",
                        sent -> with(sent, "Content-Type", "application/x-www-form-urlencoded")),
                new ClientFault("no Accept", sent -> without(sent, "Accept")),
                new ClientFault("XML accepted for JSON", sent -> with(sent, "Accept", "application/xml")));
    }

    private static List<ClientFault> addresses() {
        return List.of(
                new ClientFault(
                        "PUT for POST",
                        sent -> RequestWrapper.create()
                                .setMethod(RequestMethod.PUT)
                                .wrap(sent)),
                at("v1.0 for beta", path -> path.replace("/beta/", "/v1.0/")),
                at("no version", path -> path.replace("/beta/", "/")),
                at("a path in lower case", path -> path.toLowerCase(Locale.ROOT)),
                at("a slash too much", path -> path + "/"),
                at(
                        "the action under its full name",
                        path -> path.replace("/reportRemote", "/microsoft.graph.reportRemote")));
    }

    private static List<ClientFault> bodies() {
        return List.of(
                in("no body", root -> JsonNodeFactory.instance.missingNode()),
                in("an empty object", root -> JsonNodeFactory.instance.objectNode()),
                in("a payload that is not wrapped", root -> root.get(WRAPPER)),
                in(
                        "a payload that is wrapped twice",
                        root -> JsonNodeFactory.instance.objectNode().set(WRAPPER, root)),
                in(
                        "a wrapper with another name",
                        root -> JsonNodeFactory.instance.objectNode().set("ReportingPayload", root.get(WRAPPER))),
                in(
                        "a list of one payload",
                        root -> JsonNodeFactory.instance
                                .objectNode()
                                .set(
                                        WRAPPER,
                                        JsonNodeFactory.instance.arrayNode().add(root.get(WRAPPER)))),
                in("JSON as a text", root -> TextNode.valueOf(root.toString())),
                in("a parameter too much", root -> ((ObjectNode) root).put("comment", "a")));
    }

    private static List<ClientFault> payloads() {
        return List.of(
                of("no id", payload -> payload.remove("id")),
                of("Id for id", payload -> renamed(payload, "id", "Id")),
                of("HelperEmail for helperEmail", payload -> renamed(payload, "helperEmail", "HelperEmail")),
                of("an e-mail address is left out", payload -> payload.remove("helperEmail")),
                of("a property of revision 5 is left out", payload -> payload.remove("sessionDiagnosticCode")),
                of("the annotation is left out", payload -> payload.remove("@odata.type")),
                of("the annotation is misnamed", payload -> renamed(payload, "@odata.type", "odataType")),
                of("what is absent is sent as null", payload -> payload.putNull("sharerOs")),
                of("an undeclared property too much", payload -> payload.put("additionalProperties", "a")),
                text(
                        "a date-time in UTC",
                        "startDateTime",
                        text -> OffsetDateTime.parse(text)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toString()),
                text(
                        "a date-time in milliseconds",
                        "startDateTime",
                        text -> OffsetDateTime.parse(text)
                                .truncatedTo(ChronoUnit.MILLIS)
                                .toString()),
                of(
                        "a date-time as a number",
                        payload -> member(payload, "endDateTime", value -> payload.numberNode(1483257526))),
                text(
                        "a session type in capitals",
                        "remoteAssistanceSessionType",
                        text -> text.toUpperCase(Locale.ROOT)),
                of(
                        "an enum member as a number",
                        payload -> member(payload, "helperEnrollmentState", value -> payload.numberNode(1))),
                text("text that is cut", "sharerOs", text -> text.substring(0, text.length() - 1)));
    }

    private static ClientFault at(String name, UnaryOperator<String> change) {
        return new ClientFault(
                name,
                sent -> RequestWrapper.create()
                        .transformAbsoluteUrl(change::apply)
                        .wrap(sent));
    }

    private static ClientFault in(String name, UnaryOperator<JsonNode> change) {
        return new ClientFault(name, sent -> body(sent, change));
    }

    private static ClientFault of(String name, Consumer<ObjectNode> change) {
        return new ClientFault(name, sent -> payload(sent, change));
    }

    private static void renamed(ObjectNode payload, String name, String other) {
        if (payload.has(name)) {
            payload.set(other, payload.remove(name));
        }
    }

    private static ClientFault text(String name, String property, UnaryOperator<String> change) {
        return of(name, payload -> member(payload, property, value -> payload.textNode(change.apply(value.asText()))));
    }
}
