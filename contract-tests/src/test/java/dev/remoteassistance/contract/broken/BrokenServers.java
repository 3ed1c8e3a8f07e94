package dev.remoteassistance.contract.broken;

import static dev.remoteassistance.contract.provider.ServerFault.request;
import static dev.remoteassistance.contract.provider.ServerFault.setup;
import static dev.remoteassistance.contract.provider.WireEdits.body;
import static dev.remoteassistance.contract.provider.WireEdits.claims;
import static dev.remoteassistance.contract.provider.WireEdits.member;
import static dev.remoteassistance.contract.provider.WireEdits.payload;
import static dev.remoteassistance.contract.provider.WireEdits.with;
import static dev.remoteassistance.contract.provider.WireEdits.withToken;
import static dev.remoteassistance.contract.provider.WireEdits.without;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Request;
import com.nimbusds.jose.jwk.JWK;
import dev.remoteassistance.contract.provider.ServerFault;
import dev.remoteassistance.contract.provider.ServerSetup;
import dev.remoteassistance.contract.state.CallerStates;
import dev.remoteassistance.contract.state.TestIssuer;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.dev.DevIssuer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Servers that do something wrong, with one fault each: the verification of the pacts must notice them all. */
public final class BrokenServers {

    private static final String AUTHORIZATION = "Authorization";

    private BrokenServers() {}

    /** Servers that get reports wrong, or their callers, whatever the callers ask. */
    public static List<ServerFault> ofReports() {
        return Stream.of(BrokenAnswers.all(), StoreFaults.all(), callers(), leniencies(), severities())
                .flatMap(List::stream)
                .toList();
    }

    /** Servers that get questions about sessions wrong. */
    public static List<ServerFault> ofSessions() {
        return Stream.of(
                        QuestionFaults.all(),
                        ReportFaults.all(),
                        HistoryFaults.all(),
                        List.of(ignored("DeviceManagementConfiguration.ReadWrite.All")))
                .flatMap(List::stream)
                .toList();
    }

    private static List<ServerFault> callers() {
        return List.of(
                request(
                        "callers without a token are served",
                        (sent, callers) -> sent.containsHeader(AUTHORIZATION)
                                ? sent
                                : withToken(sent, callers.user(CallerStates.PERMISSION))),
                request(
                        "no permission is needed",
                        (sent, callers) -> "User.Read".equals(claims(sent).get("scp"))
                                ? withToken(sent, callers.user(CallerStates.PERMISSION))
                                : sent),
                request(
                        "roles of a user count as permission",
                        (sent, callers) -> claims(sent).containsKey("roles")
                                ? withToken(sent, callers.user(CallerStates.PERMISSION))
                                : sent),
                request(
                        "applications are not served",
                        (sent, callers) -> "app".equals(claims(sent).get("idtyp"))
                                ? withToken(sent, callers.user("User.Read"))
                                : sent),
                ignored("DeviceManagementServiceConfig.Read.All"),
                ignored("DeviceManagementServiceConfig.ReadWrite.All"),
                ignored("DeviceManagementConfiguration.Read.All"),
                setup(
                        "expired tokens are taken",
                        setup -> setup.withClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)))),
                setup(
                        "tokens expire an hour early",
                        setup -> setup.withClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))),
                setup(
                        "tokens for another API are taken",
                        setup -> setup.withAudiences(DevIssuer.AUDIENCE, TestIssuer.OTHER_AUDIENCE)),
                setup("only tokens for another API are taken", setup -> setup.withAudiences(TestIssuer.OTHER_AUDIENCE)),
                setup(
                        "a stranger's signature is taken",
                        setup -> setup.withKeys((selector, context) -> {
                            List<JWK> keys = new ArrayList<>(selector.select(TestIssuer.STRANGER.keySet()));
                            keys.addAll(setup.keys().get(selector, context));
                            return keys;
                        })),
                setup("nobody is throttled", ServerSetup::withoutThrottle),
                setup("every tenant is served", setup -> setup.withTenants(TenantPolicy.anyOrganization())));
    }

    private static List<ServerFault> leniencies() {
        return List.of(
                request("any media type is taken", (sent, callers) -> with(sent, "Content-Type", "application/json")),
                request(
                        "no parameter of a media type is taken",
                        (sent, callers) ->
                                String.valueOf(sent.getHeader("Content-Type")).contains("odata")
                                        ? with(sent, "Content-Type", "text/plain")
                                        : sent),
                request("Accept is ignored", (sent, callers) -> without(sent, "Accept")),
                request(
                        "an unknown encoding is ignored",
                        (sent, callers) -> "br".equals(sent.getHeader("Content-Encoding"))
                                ? without(sent, "Content-Encoding")
                                : sent),
                request(
                        "an undeclared parameter is ignored",
                        (sent, callers) -> isPlain(sent)
                                ? body(
                                        sent,
                                        root -> root.isObject() ? ((ObjectNode) root).retain("reportingPayload") : root)
                                : sent),
                request(
                        "an unknown enum member is ignored",
                        (sent, callers) -> edit(sent, payload -> {
                            if (payload.path("helperEnrollmentState").asText().equals("retired")) {
                                payload.remove("helperEnrollmentState");
                            }
                        })),
                request(
                        "a number is taken for text",
                        (sent, callers) -> edit(
                                sent,
                                payload -> member(
                                        payload,
                                        "helperEmail",
                                        value -> value.isNumber() ? payload.textNode("1") : value))),
                request(
                        "an id is made up where there is none",
                        (sent, callers) ->
                                edit(sent, payload -> payload.putIfAbsent("id", payload.textNode("made up")))),
                request(
                        "a long id is cut",
                        (sent, callers) -> edit(
                                sent,
                                payload -> member(
                                        payload,
                                        "id",
                                        value -> payload.textNode(value.asText().replaceFirst("^(a{256})a$", "$1"))))),
                request(
                        "UTC is assumed where the offset is missing",
                        (sent, callers) -> edit(
                                sent,
                                payload -> member(
                                        payload,
                                        "startDateTime",
                                        value -> value.asText().length() == 19
                                                ? payload.textNode(value.asText() + "Z")
                                                : value))));
    }

    /** Servers that refuse valid reports. */
    private static List<ServerFault> severities() {
        return List.of(
                limit("the longest id is refused", "id"),
                limit("the longest text is refused", "sharerOs"),
                limit("the longest e-mail address is refused", "helperEmail"),
                refusing(
                        "nine fraction digits are refused",
                        payload -> payload.path("startDateTime").asText().contains(".123456789")),
                refusing("undeclared properties are refused", payload -> payload.has("inventedText")),
                refusing("properties of revision 5 are refused", payload -> payload.has("sessionDiagnosticCode")),
                refusing("the annotation is refused", payload -> payload.has("@odata.type")),
                refusing("null is refused", payload -> payload.path("helperOs").isNull()),
                refusing(
                        "a session nobody attends is refused",
                        payload -> payload.path("remoteAssistanceSessionType")
                                .asText()
                                .equals("unattended")),
                refusing(
                        "a blocked device is refused",
                        payload ->
                                payload.path("sharerEnrollmentState").asText().equals("blocked")));
    }

    /** A server that ignores a permission. */
    private static ServerFault ignored(String permission) {
        return request(
                "the permission " + permission + " does not suffice",
                (sent, callers) ->
                        permission.equals(claims(sent).get("scp")) ? withToken(sent, callers.user("User.Read")) : sent);
    }

    private static ServerFault limit(String name, String property) {
        return refusing(name, payload -> {
            String text = payload.path(property).asText();
            return text.codePointCount(0, text.length()) >= 256;
        });
    }

    private static ServerFault refusing(String name, Predicate<JsonNode> condition) {
        return request(
                name,
                (sent, callers) -> edit(sent, payload -> {
                    if (condition.test(payload)) {
                        payload.remove("id");
                    }
                }));
    }

    /** Changes the payload of a request, unless its body is compressed. */
    private static Request edit(Request sent, Consumer<ObjectNode> change) {
        return isPlain(sent) ? payload(sent, change) : sent;
    }

    private static boolean isPlain(Request sent) {
        return !sent.containsHeader("Content-Encoding");
    }
}
