package dev.remoteassistance.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.RemoteAssistanceSessionColumn;
import dev.remoteassistance.server.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how the server answers the files of its pages. */
class PageHandlerTest {

    private static final SignIn SIGN_IN =
            new SignIn(URI.create("https://login.example:8443/tenant/v2.0"), "client", "api://reports/.default");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(parts -> parts.pages(
            Pages.sessions(RunningServer.CONTRACT, Optional.of(SIGN_IN)).and(Pages.contract())));

    @RegisterExtension
    static final RunningServer WITHOUT_PAGE = new RunningServer(parts -> parts);

    @ParameterizedTest
    @ValueSource(strings = {"/sessions", "/docs"})
    void everyFileThatAPageNamesIsAnswered(String page) {
        HttpResponse<String> html = get(page);
        List<String> names = Stream.of("href", "src")
                .flatMap(attribute -> Pattern.compile(attribute + "=\"([^\"]+)\"")
                        .matcher(html.body())
                        .results())
                .map(name -> name.group(1))
                .toList();

        assertThat(names).hasSizeGreaterThan(3).allSatisfy(name -> {
            HttpResponse<String> file = get("/" + name);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.body()).isNotEmpty();
        });
    }

    @Test
    void theHeaderAllowsThePageItsOwnServerAndItsIssuerAlone() {
        Map<String, List<String>> headers = get("/sessions").headers().map();

        assertThat(headers)
                .containsEntry("content-type", List.of("text/html;charset=utf-8"))
                .containsEntry("cache-control", List.of("no-cache"))
                .containsEntry(
                        "content-security-policy",
                        List.of("default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; "
                                + "base-uri 'none'; frame-ancestors 'none'; img-src 'self'; "
                                + "require-trusted-types-for 'script'; connect-src 'self' https://login.example:8443"))
                .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry("x-content-type-options", List.of("nosniff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sessions/main.js", "/sessions/vendor/chart.js", "/docs/main.js"})
    void scriptsAreJavaScript(String path) {
        assertThat(get(path).headers().firstValue("content-type")).hasValue("text/javascript;charset=utf-8");
    }

    @Test
    void theSettingsAreThoseOfTheContractAndTheOperator() throws IOException {
        JsonNode settings =
                new JsonMapper().readTree(get("/sessions/settings.json").body());

        assertThat(settings.required("operation").asText())
                .isEqualTo("/beta/deviceManagement/reports/getRemoteAssistanceSessionsReport");
        assertThat(settings.required("history").asText())
                .isEqualTo("/beta/deviceManagement/reports/getRemoteAssistanceSessionHistoryReport");
        assertThat(settings.required("maxTop").asInt()).isEqualTo(1000);
        assertThat(settings.required("columns"))
                .extracting(JsonNode::asText)
                .hasSize(34)
                .startsWith("Attribute", "Date")
                .endsWith("ReportingUserId");
        assertThat(settings.required("sessionTypes"))
                .extracting(JsonNode::asText)
                .containsExactly("viewOnly", "fullControl", "elevation", "unattended");
        assertThat(settings.required("signIn")).isEqualTo(new JsonMapper().readTree("""
                        {"authority": "https://login.example:8443/tenant/v2.0", "clientId": "client",
                         "scope": "api://reports/.default"}
                        """));
    }

    /** The scripts give a meaning to some columns; all of these have to be in the contract. */
    @ParameterizedTest
    @ValueSource(strings = {"table.js", "question.js", "figures.js", "csv.js", "view.js", "history.js"})
    void theScriptsNameColumnsOfTheContract(String script) {
        List<String> known = RemoteAssistanceSessionColumn.knownValues().stream()
                .map(RemoteAssistanceSessionColumn::getValue)
                .toList();
        List<String> named = Pattern.compile("\\b(?:Helper|Sharer|Session|Date)[A-Za-z]*\\b")
                .matcher(
                        get("/sessions/" + script).body().replaceAll("(?m)^\\s*(//|\\*|/\\*).*$|title: \"[^\"]*\"", ""))
                .results()
                .map(name -> name.group())
                .filter(name -> !name.equals("Date"))
                .distinct()
                .toList();

        assertThat(named).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void aFileThatTheBrowserHasIsNotSentAgain() {
        String entityTag = get("/sessions").headers().firstValue("etag").orElseThrow();

        HttpResponse<String> again = SERVER.send(request("/sessions").header("If-None-Match", entityTag));
        HttpResponse<String> other = SERVER.send(request("/sessions").header("If-None-Match", "\"0\""));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("etag")).hasValue(entityTag);
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void headHasTheHeaderAlone() {
        HttpResponse<String> head = SERVER.send(request("/sessions").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("content-length"))
                .hasValue(get("/sessions").body().length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sessions/",
                "/sessions/index.html",
                "/sessions/missing",
                "/sessions/../sessions",
                "/sessions/%2e%2e/docs/main.js",
                "/sessions/vendor",
                "/SESSIONS"
            })
    void otherPathsAreTheApis(String path) {
        assertThat(get(path).statusCode()).isIn(400, 401);
    }

    @Test
    void otherMethodsAreTheApis() {
        assertThat(SERVER.send(request("/sessions").POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void thePageHasToBeTurnedOn() {
        for (String path : List.of("/sessions", "/docs")) {
            assertThat(WITHOUT_PAGE
                            .send(HttpRequest.newBuilder(WITHOUT_PAGE.uri(path)))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private static HttpResponse<String> get(String path) {
        return SERVER.send(request(path));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(SERVER.uri(path));
    }
}
