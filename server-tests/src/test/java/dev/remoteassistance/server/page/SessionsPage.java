package dev.remoteassistance.server.page;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.TestKey;
import dev.remoteassistance.server.dev.DevIssuer;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The page of sessions in a browser, of a server that has {@link Sessions}. */
final class SessionsPage
        implements ExecutionCondition, BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    /** The fragment of an address that shows all sessions. */
    static final String ALL = "#from=";

    static final String ROWS = "#sessions tbody tr";

    private final Browser browser = new Browser();
    private final RunningServer server;

    SessionsPage() {
        this(Clock.systemUTC());
    }

    /**
     * @param clock tells which tokens have expired
     */
    SessionsPage(Clock clock) {
        server = new RunningServer(
                DevIssuer.of(TestKey.DEV_ISSUER.rsa(), clock).verifier(),
                parts -> parts.pages(Pages.sessions(RunningServer.CONTRACT, Optional.empty())));
    }

    Browser browser() {
        return browser;
    }

    RunningServer server() {
        return server;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return browser.evaluateExecutionCondition(context);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        browser.beforeAll(context);
        server.beforeAll(context);
        Sessions.storeAt(server);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        browser.beforeEach(context);
        server.beforeEach(context);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        browser.afterEach(context);
        server.afterEach(context);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.afterAll(context);
    }

    /** Opens a view, as a new page without a token, and waits until it asks for one. */
    void open(String fragment) {
        browser.open(server.uri("/sessions" + fragment));
        browser.until(shown -> !shown.texts("#token").isEmpty());
    }

    /** Opens a view and signs in. */
    void signIn(String fragment) {
        open(fragment);
        token(server.token());
        untilShown();
    }

    /** Signs in with a token. */
    void token(String token) {
        browser.until(shown -> !shown.texts("#token").isEmpty());
        browser.paste("#token", token);
        browser.click("#sign-in button");
    }

    /** Waits until all parts of the page have their answer. */
    void untilShown() {
        browser.until(shown -> "false".equals(shown.find("#signed-in").getDomAttribute("aria-busy")));
    }

    /** Returns how many sessions the page says there are. */
    int total() {
        return Integer.parseInt(browser.texts("#rows").get(0).replaceAll("^.* of |^.*; | in all$", ""));
    }
}
