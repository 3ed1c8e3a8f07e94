package dev.remoteassistance.contract.broken;

import static dev.remoteassistance.contract.provider.ServerFault.answer;
import static dev.remoteassistance.contract.provider.WireEdits.at;
import static dev.remoteassistance.contract.provider.WireEdits.error;
import static dev.remoteassistance.contract.provider.WireEdits.header;
import static dev.remoteassistance.contract.provider.WireEdits.json;
import static dev.remoteassistance.contract.provider.WireEdits.member;
import static dev.remoteassistance.contract.provider.WireEdits.status;
import static dev.remoteassistance.contract.provider.WireEdits.text;
import static dev.remoteassistance.contract.provider.WireEdits.withoutHeader;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Response;
import dev.remoteassistance.contract.provider.ServerFault;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Servers that act correctly and send a wrong response. */
final class BrokenAnswers {

    private static final String REQUEST_ID = "request-id";
    private static final String CLIENT_REQUEST_ID = "client-request-id";
    private static final String ANOTHER_ID = "00000000-0000-4000-8000-000000000000";
    private static final String CONTENT_TYPE = "Content-Type";

    private BrokenAnswers() {}

    static List<ServerFault> all() {
        return Stream.of(successes(), headers(), refusals(), codes(), errorBodies())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ServerFault> successes() {
        return List.of(
                answer("200 for 204", at(204, status(200))),
                answer("201 for 204", at(204, status(201))),
                answer("202 for 204", at(204, status(202))),
                answer("500 for 204", at(204, status(500))),
                answer("a redirect for 204", at(204, both(status(307), header("Location", "/")))),
                answer("a Content-Type on 204", at(204, header(CONTENT_TYPE, "application/json"))),
                answer(
                        "200 with the report for 204",
                        at(204, both(status(200), both(header(CONTENT_TYPE, "application/json"), text("{}"))))));
    }

    private static List<ServerFault> headers() {
        return List.of(
                answer("no request-id on 204", at(204, withoutHeader(REQUEST_ID))),
                answer("no request-id on refusals", refused(withoutHeader(REQUEST_ID))),
                answer("a request-id that is no GUID", header(REQUEST_ID, "1")),
                answer("no client-request-id on 204", at(204, withoutHeader(CLIENT_REQUEST_ID))),
                answer("no client-request-id on refusals", refused(withoutHeader(CLIENT_REQUEST_ID))),
                answer("another client-request-id than was sent", header(CLIENT_REQUEST_ID, ANOTHER_ID)),
                answer("no WWW-Authenticate on 401", withoutHeader("WWW-Authenticate")),
                answer("a Basic challenge on 401", at(401, header("WWW-Authenticate", "Basic realm=\"a\""))),
                answer("no error in the challenge of 401", at(401, header("WWW-Authenticate", "Bearer"))),
                answer("no Retry-After on 503", at(503, withoutHeader("Retry-After"))),
                answer(
                        "a date for Retry-After on 503",
                        at(503, header("Retry-After", "Mon, 23 Nov 2026 00:00:00 GMT"))),
                answer("no Retry-After on 429", at(429, withoutHeader("Retry-After"))),
                answer("no wait in Retry-After on 429", at(429, header("Retry-After", "0"))),
                answer(
                        "a date for Retry-After on 429",
                        at(429, header("Retry-After", "Mon, 23 Nov 2026 00:00:00 GMT"))),
                answer("no Content-Type on 400", at(400, withoutHeader(CONTENT_TYPE))),
                answer("a problem+json refusal", at(400, header(CONTENT_TYPE, "application/problem+json"))),
                answer("a refusal declared as text", at(403, header(CONTENT_TYPE, "text/plain"))));
    }

    private static List<ServerFault> refusals() {
        return List.of(
                answer("200 for 400", at(400, status(200))),
                answer("422 for 400", at(400, status(422))),
                answer("500 for 400", at(400, status(500))),
                answer("403 for 401", at(401, status(403))),
                answer("400 for 401", at(401, status(400))),
                answer("401 for 403", at(403, status(401))),
                answer("404 for 403", at(403, status(404))),
                answer("400 for 406", at(406, status(400))),
                answer("400 for 413", at(413, status(400))),
                answer("400 for 415", at(415, status(400))),
                answer("503 for 500", at(500, status(503))),
                answer("500 for 503", at(503, status(500))),
                answer("503 for 429", at(429, status(503))),
                answer("403 for 429", at(429, status(403))),
                answer("429 for 503", at(503, status(429))));
    }

    private static List<ServerFault> codes() {
        return List.of(
                answer(
                        "BadRequest for ModelValidationFailure",
                        at(400, error(error -> error.put("code", "BadRequest")))),
                answer(
                        "ModelValidationFailure for BadRequest",
                        at(400, error(error -> error.put("code", "ModelValidationFailure")))),
                answer(
                        "unauthorized for InvalidAuthenticationToken",
                        at(401, error(error -> error.put("code", "unauthorized")))),
                answer("accessDenied for Forbidden", at(403, error(error -> error.put("code", "accessDenied")))),
                answer(
                        "activityLimitReached for TooManyRequests",
                        at(429, error(error -> error.put("code", "activityLimitReached")))));
    }

    private static List<ServerFault> errorBodies() {
        return List.of(
                inErrors("no code", error -> error.remove("code")),
                inErrors("no message", error -> error.remove("message")),
                inErrors("an empty message", error -> error.put("message", "")),
                inErrors("no target", error -> error.remove("target")),
                inErrors(
                        "a target with dots",
                        error -> member(
                                error,
                                "target",
                                value -> error.textNode(value.asText().replace('/', '.')))),
                inErrors("no details", error -> error.remove("details")),
                inDetails("details without target", detail -> detail.remove("target")),
                inDetails("details without code", detail -> detail.remove("code")),
                inErrors("no innerError", error -> error.remove("innerError")),
                inInnerErrors("innerError without request-id", inner -> inner.remove(REQUEST_ID)),
                inInnerErrors("innerError without client-request-id", inner -> inner.remove(CLIENT_REQUEST_ID)),
                inInnerErrors("another request-id in innerError", inner -> inner.put(REQUEST_ID, ANOTHER_ID)),
                inInnerErrors(
                        "another client-request-id in innerError", inner -> inner.put(CLIENT_REQUEST_ID, ANOTHER_ID)),
                inInnerErrors(
                        "local time in innerError's date",
                        inner -> inner.put(
                                "date",
                                LocalDateTime.now(ZoneOffset.UTC)
                                        .plusHours(5)
                                        .withNano(0)
                                        .toString())),
                inInnerErrors("innerError without date", inner -> inner.remove("date")),
                inInnerErrors("an offset in innerError's date", inner -> inner.put("date", "2026-01-01T00:00:00Z")),
                inErrors("innererror for innerError", error -> error.set("innererror", error.remove("innerError"))),
                answer("an error that is not wrapped", refused(json(root -> root.get("error")))),
                answer("a refusal as a page", at(403, both(header(CONTENT_TYPE, "text/html"), text("<html/>")))),
                answer("a refusal without a body", at(401, text(""))),
                answer("a refusal that is cut off", at(400, text("{\"error\":{\"code\":"))));
    }

    private static UnaryOperator<Response> both(UnaryOperator<Response> first, UnaryOperator<Response> second) {
        return answer -> second.apply(first.apply(answer));
    }

    private static UnaryOperator<Response> refused(UnaryOperator<Response> change) {
        return answer -> answer.getStatus() == 204 ? answer : change.apply(answer);
    }

    private static ServerFault inErrors(String name, Consumer<ObjectNode> change) {
        return answer(name, refused(error(change)));
    }

    private static ServerFault inInnerErrors(String name, Consumer<ObjectNode> change) {
        return inErrors(name, error -> change.accept((ObjectNode) error.get("innerError")));
    }

    private static ServerFault inDetails(String name, Consumer<ObjectNode> change) {
        return inErrors(name, error -> error.path("details").forEach(detail -> change.accept((ObjectNode) detail)));
    }
}
