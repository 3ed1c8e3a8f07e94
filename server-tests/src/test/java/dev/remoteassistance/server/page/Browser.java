package dev.remoteassistance.server.page;

import dev.remoteassistance.server.Waiting;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
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
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Chromium, as Debian packs it with its driver. After each test, no page may have complained or asked another host.
 * Where there is no Chromium, the tests are skipped, but not in CI.
 */
final class Browser
        implements ExecutionCondition, BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final String BROWSER = "chromium";
    private static final String DRIVER = "chromedriver";
    private static final String AXE = System.getProperty("axe-core");

    private BrowserLog log;
    private ChromeDriver driver;
    private Path downloads;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean isThere = onPath(BROWSER).isPresent() && onPath(DRIVER).isPresent();
        return isThere || System.getenv("CI") != null
                ? ConditionEvaluationResult.enabled("in CI, or with a browser")
                : ConditionEvaluationResult.disabled(
                        "There is no chromium with chromedriver on the PATH (Debian: chromium, chromium-driver)");
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        downloads = Files.createTempDirectory("downloads-");
        // With a driver and a browser that are named, Selenium looks for none.
        System.setProperty(
                ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY, required(DRIVER).toString());
        driver = new ChromeDriver(options(required(BROWSER)));
        driver.manage().timeouts().scriptTimeout(Waiting.LONGEST).pageLoadTimeout(Waiting.LONGEST);
    }

    private ChromeOptions options(File chromium) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        // No sandbox, since CI is root in a container; no other host, whatever a page or the browser itself may want.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                "--lang=en-GB");
        options.setCapability("goog:loggingPrefs", logs);
        options.setExperimentalOption("prefs", Map.of("download.default_directory", downloads.toString()));
        return options;
    }

    private static File required(String program) {
        return onPath(program)
                .orElseThrow(() -> new IllegalStateException("There is no %s on the PATH".formatted(program)));
    }

    private static Optional<File> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        // A page that is left forgets its token.
        driver.get("about:blank");
        size(1200, 900);
        scheme("light");
        log = new BrowserLog(driver.manage().logs());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        log.assertClean();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (driver == null) {
            // It could not be started.
            return;
        }
        driver.quit();
        for (File file : Objects.requireNonNull(downloads.toFile().listFiles())) {
            Files.delete(file.toPath());
        }
        Files.delete(downloads);
    }

    /** Returns the requests over HTTP since the test began: method, address, and the body if there is one. */
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

    /** Returns the texts of all elements that are shown. */
    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    void click(String selector) {
        find(selector).click();
    }

    void type(String selector, String text) {
        WebElement field = find(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Puts text into a field at once, as who pastes it does. A token takes seconds key by key. */
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
                .ignoring(StaleElementReferenceException.class)
                .until(ignored -> condition.apply(this));
    }

    /** Waits for the one file that is downloaded, returns its content and deletes it. */
    String downloaded() throws IOException {
        until(ignored -> {
            File[] files = downloads.toFile().listFiles((folder, name) -> name.endsWith(".csv"));
            return files != null && files.length == 1;
        });
        File file = Objects.requireNonNull(downloads.toFile().listFiles())[0];
        String content = Files.readString(file.toPath());
        Files.delete(file.toPath());
        return content;
    }

    /** Returns what axe-core finds wrong with the page as it is now: rule and place. */
    @SuppressWarnings("unchecked")
    List<String> barriers() throws IOException {
        // It reads canvases often, which Chromium finds slow.
        mayComplain("willReadFrequently");
        try (InputStream axe = Browser.class.getResourceAsStream(AXE)) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run().then((result) => done(
                    result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ": " + node.html))));
                """);
    }

    /** Writes a picture of what is seen of the page. */
    void screenshot(Path file) throws IOException {
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }
}
