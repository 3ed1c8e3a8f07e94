package dev.remoteassistance.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.ConfiguredServer;
import dev.remoteassistance.server.OAuthIssuer;
import dev.remoteassistance.server.RemoteAssistanceServer;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests the sign-in at an OAuth server, with the settings of an operator. */
@Tag("ci")
class SignInTest {

    private static final String VIEW = "#from=&type=elevation";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    static Path folder;

    private static final OAuthIssuer OAUTH = new OAuthIssuer();
    private static RemoteAssistanceServer server;

    @BeforeAll
    static void start() throws IOException {
        Map<String, String> environment = OAUTH.settings(folder);
        environment.put("REMOTE_ASSISTANCE_HTTP_DRAIN_TIME", "PT0S");
        environment.put("REMOTE_ASSISTANCE_PAGE", "true");
        environment.put("REMOTE_ASSISTANCE_PAGE_AUTHORITY", OAUTH.uri().toString());
        environment.put("REMOTE_ASSISTANCE_PAGE_CLIENT_ID", "page");
        environment.put("REMOTE_ASSISTANCE_PAGE_SCOPE", "openid api://reports/.default");
        ConfiguredServer configured = ConfiguredServer.read(environment, Optional.empty());
        server = configured
                .builder(Clock.systemUTC())
                .store(SqlReportStore.open(configured.storeLocation(), StoreOptions.DEFAULT, Clock.systemUTC()))
                .build();
        server.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
            OAUTH.close();
        }
    }

    @Test
    void returnsToTheViewWithATokenThatIsInMemoryAlone() throws IOException {
        OAUTH.server().enqueueCallback(token(RunningServer.TENANT));
        BROWSER.mayAsk(OAUTH.uri());
        BROWSER.open(server.uri("/sessions" + VIEW));
        BROWSER.click("#sign-in button");
        BROWSER.until(browser -> "false".equals(browser.find("#signed-in").getDomAttribute("aria-busy")));

        assertThat(BROWSER.address()).isEqualTo(server.uri("/sessions" + VIEW));
        assertThat(BROWSER.texts("#rows")).containsExactly("No sessions here; 0 in all");
        assertThat(BROWSER.run("return JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie])"))
                .isEqualTo("[{},{},\"\"]");
        assertThat(BROWSER.requests())
                .filteredOn(request -> request.contains("/" + OAuthIssuer.NAME + "/authorize?"))
                .singleElement()
                .asString()
                .contains(
                        "client_id=page",
                        "response_type=code",
                        "code_challenge_method=S256",
                        "code_challenge=",
                        "scope=openid+api%3A%2F%2Freports%2F.default");
        assertThat(BROWSER.requests())
                .filteredOn(
                        request -> request.startsWith("POST") && request.contains("/" + OAuthIssuer.NAME + "/token"))
                .singleElement()
                .asString()
                .contains("grant_type=authorization_code", "code_verifier=")
                .doesNotContain("client_secret");
    }

    @Test
    void aTenantThatIsNotServedIsToldSo() throws IOException {
        OAUTH.server().enqueueCallback(token(RunningServer.UNSERVED_TENANT));
        BROWSER.mayAsk(OAUTH.uri());
        BROWSER.mayComplain("403");
        BROWSER.open(server.uri("/sessions"));
        BROWSER.click("#sign-in button");
        BROWSER.until(browser -> !browser.texts("#problem").isEmpty());

        assertThat(BROWSER.texts("#problem")).singleElement().asString().contains("tenant");
    }

    @Test
    void anAnswerThatNobodyAskedForSignsNobodyIn() {
        BROWSER.open(server.uri("/sessions?code=stolen&state=forged"));
        BROWSER.until(browser -> !browser.texts("#problem").isEmpty());

        assertThat(BROWSER.texts("#problem")).containsExactly("The page failed: this sign-in was not begun here.");
        assertThat(BROWSER.texts("h2")).containsExactly("Sign in");
        assertThat(BROWSER.address()).isEqualTo(server.uri("/sessions"));
    }

    private static DefaultOAuth2TokenCallback token(String tenant) {
        return new DefaultOAuth2TokenCallback(
                OAuthIssuer.NAME,
                "subject",
                "JWT",
                List.of(OAuthIssuer.AUDIENCE),
                Map.of("tid", tenant, "scp", RunningServer.firstPermission()),
                600);
    }
}
