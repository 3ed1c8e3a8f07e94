package dev.remoteassistance.server.page;

import dev.remoteassistance.server.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The browser, as one user sees it. After each test, no page may have complained or asked another host.
 * Where there is no Chromium, the tests are skipped, but not in CI.
 */
final class Browser implements ExecutionCondition, BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final String AXE = System.getProperty("axe-core");

    private Chromium chromium;
    private ChromeDriver driver;
    private BrowserLog log;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.isInstalled() || System.getenv("CI") != null
                ? ConditionEvaluationResult.enabled("in CI, or with a browser")
                : ConditionEvaluationResult.disabled(
                        "There is no chromium with chromedriver on the PATH (Debian: chromium, chromium-driver)");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium = Chromium.of(context);
        driver = chromium.driver();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        // A page that is left forgets its token. Cookies belong to a host, whose ports are the servers of the tests.
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        size(1200, 900);
        scheme("light");
        log = new BrowserLog(driver.manage().logs());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        log.assertClean();
    }

    /** Returns the requests over HTTP since the test began: method, URL, and the body if there is one. */
    List<String> requests() throws IOException {
        return log.requests();
    }

    /** Says that the browser may write a line with this text to its console: it does so for each refused request. */
    void mayComplain(String text) {
        log.allowComplaint(text);
    }

    /** Says that the page may ask another server. */
    void mayAsk(URI server) {
        log.allowRequests(server);
    }

    /** Opens an address, as a new page. */
    void open(URI address) {
        mayAsk(address);
        driver.get("about:blank");
        driver.get(address.toString());
    }

    URI address() {
        return URI.create(driver.getCurrentUrl());
    }

    void back() {
        driver.navigate().back();
    }

    /** Sets the size of what is seen of a page. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Sets the colour scheme that the user prefers: light or dark. */
    void scheme(String name) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", name))));
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Returns the texts of all elements that are shown, in one call: Selenium asks twice for each element. */
    @SuppressWarnings("unchecked")
    List<String> texts(String selector) {
        return (List<String>) driver.executeScript("""
                const isShown = (element) =>
                    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
                    [...element.getClientRects()].some((box) => box.width > 0 && box.height > 0);
                return [...document.querySelectorAll(arguments[0])].filter(isShown).map((element) =>
                    element.innerText.replace(/\\s*\\n\\s*/g, "\\n").replace(/[^\\S\\n]+/g, " ").trim());
                """, selector);
    }

    void click(String selector) {
        find(selector).click();
    }

    void type(String selector, String text) {
        WebElement field = find(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Puts text into a field at once, as a paste does. To type a token key by key takes seconds. */
    void paste(String selector, String text) {
        WebElement field = find(selector);
        field.clear();
        field.click();
        driver.executeCdpCommand("Input.insertText", Map.of("text", text));
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Waits until something is true of the page. */
    void until(Function<Browser, Boolean> condition) {
        // A page may be replaced between finding an element and reading it.
        new WebDriverWait(driver, Waiting.LONGEST)
                .pollingEvery(LOOK_AGAIN)
                .ignoring(StaleElementReferenceException.class)
                .until(ignored -> condition.apply(this));
    }

    /** Waits for the one file that is downloaded, returns its content and deletes it. */
    String downloaded() throws IOException {
        until(ignored -> chromium.downloads().size() == 1
                && chromium.downloads().get(0).toString().endsWith(".csv"));
        Path file = chromium.downloads().get(0);
        String content = Files.readString(file);
        Files.delete(file);
        return content;
    }

    /** Returns what axe-core finds wrong with the page as it is now: rule and place. */
    @SuppressWarnings("unchecked")
    List<String> barriers() throws IOException {
        // axe-core reads canvases often, and Chromium warns that this is slow.
        mayComplain("willReadFrequently");
        try (InputStream axe = Browser.class.getResourceAsStream(AXE)) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run({ resultTypes: ["violations"] }).then((result) => done(
                    result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ": " + node.html))));
                """);
    }

    /** Writes a picture of what is seen of the page. */
    void screenshot(Path file) throws IOException {
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }
}
