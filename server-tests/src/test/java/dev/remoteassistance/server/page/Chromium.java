package dev.remoteassistance.server.page;

import dev.remoteassistance.server.Waiting;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium, as Debian packs it with its driver. One process serves all tests of a JVM: its start takes seconds. */
final class Chromium implements AutoCloseable {

    private static final String BROWSER = "chromium";
    private static final String DRIVER = "chromedriver";

    private final Path downloads;
    private final ChromeDriver driver;

    private Chromium() {
        try {
            downloads = Files.createTempDirectory("downloads-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // With a driver and a browser that are named, Selenium looks for none.
        System.setProperty(
                ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY, required(DRIVER).toString());
        driver = new ChromeDriver(options());
        driver.manage().timeouts().scriptTimeout(Waiting.LONGEST).pageLoadTimeout(Waiting.LONGEST);
    }

    static boolean isInstalled() {
        return onPath(BROWSER).isPresent() && onPath(DRIVER).isPresent();
    }

    /** Returns the browser of this JVM. It is started for the first test that needs it, and ends after the last test. */
    static Chromium of(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Chromium.class))
                .computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
    }

    private ChromeOptions options() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(required(BROWSER));
        // No sandbox, since CI is root in a container. No other host, whatever a page or the browser itself may want.
        // One process for the pages of all servers, and none for graphics. No tabs, since they are a page of
        // their own.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                "--disable-gpu",
                "--in-process-gpu",
                "--renderer-process-limit=1",
                "--disable-site-isolation-trials",
                "--disable-features=SpareRendererForSitePerProcess,IsolateOrigins,site-per-process",
                "--app=data:,",
                "--lang=en-GB");
        options.setCapability("goog:loggingPrefs", logs);
        // Requests are read from this log, and nothing of the page's life.
        options.setExperimentalOption("perfLoggingPrefs", Map.of("enablePage", false));
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

    ChromeDriver driver() {
        return driver;
    }

    /** Returns the files that have been downloaded and not been deleted, complete or not. */
    List<Path> downloads() {
        try (Stream<Path> files = Files.list(downloads)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            driver.quit();
        } catch (WebDriverException tooSlow) {
            // All tests are over. Selenium waits 3 seconds for the driver's end, then destroys its process.
        }
        for (Path file : downloads()) {
            Files.delete(file);
        }
        Files.delete(downloads);
    }
}
