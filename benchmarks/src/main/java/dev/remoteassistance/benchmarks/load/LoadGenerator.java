package dev.remoteassistance.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.ToolRun;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Generates load with the program wrk. */
public final class LoadGenerator {

    private static final String RESULT = "RESULT ";
    private static final String SCRIPT = "reports.lua";
    /** Enough to keep any server busy; more would take cores from the servers. */
    private static final int MOST_THREADS = 2;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path script;
    private final Path tokens;
    private final Path body;
    private int runs;

    /**
     * @param folder folder for the script and the files that it reads
     * @param tokenList tokens that the requests carry in turn
     */
    public LoadGenerator(Path folder, List<String> tokenList) {
        this(folder, tokenList, 0);
    }

    private LoadGenerator(Path folder, List<String> tokenList, int padding) {
        script = folder.resolve(SCRIPT);
        tokens = folder.resolve("tokens");
        body = folder.resolve("body.json");
        try (InputStream source = LoadGenerator.class.getResourceAsStream(SCRIPT)) {
            Files.copy(source, script);
            Files.write(tokens, tokenList);
            Files.writeString(body, ReportTemplate.load().text().replaceFirst("\\{", "{" + " ".repeat(padding)));
        } catch (IOException e) {
            throw new BenchmarkException("the load cannot be prepared: " + e.getMessage(), e);
        }
    }

    /**
     * Returns a generator of longer reports.
     *
     * @param folder the folder to create
     * @param padding number of blanks that are added to each report
     */
    public static LoadGenerator of(Path folder, List<String> tokenList, int padding) {
        try {
            return new LoadGenerator(Files.createDirectories(folder), tokenList, padding);
        } catch (IOException e) {
            throw new BenchmarkException("the load cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** Returns the version of wrk. */
    public static String version() {
        // wrk prints its version, but ends with an error code.
        return run(List.of("wrk", "--version"))
                .output()
                .lines()
                .findFirst()
                .orElse("?")
                .split(" ")[1];
    }

    /** Sends reports as {@link #measure} does, but fails if one is refused. */
    public LoadResult run(URI target, int connections, Duration time) {
        LoadResult result = measure(target, connections, time);
        if (result.requests() == 0) {
            throw new BenchmarkException(target + ": no request was answered");
        }
        if (result.refused() > 0 || result.broken() > 0) {
            throw new BenchmarkException("%s: of %d answers %d were not 204 (but %d), and %d requests got none"
                    .formatted(target, result.requests(), result.refused(), result.lastRefusal(), result.broken()));
        }
        return result;
    }

    /**
     * Sends reports on all connections, each as soon as the one before it is answered.
     *
     * @param target address to which reports are posted
     * @param connections number of open connections
     * @param time duration of the load, in whole seconds
     */
    public LoadResult measure(URI target, int connections, Duration time) {
        runs++;
        String idStart = "%s-%06d".formatted(Long.toString(System.currentTimeMillis() / 1000, 36), runs);
        ToolRun finished = run(List.of(
                "wrk",
                "--threads=" + Math.min(connections, MOST_THREADS),
                "--connections=" + connections,
                "--duration=" + time.toSeconds() + "s",
                "--timeout=10s",
                "--script=" + script,
                target.toString(),
                "--",
                tokens.toString(),
                body.toString(),
                idStart));
        return finished.output()
                .lines()
                .filter(line -> finished.exitCode() == 0 && line.startsWith(RESULT))
                .map(line -> read(line.substring(RESULT.length())))
                .findFirst()
                .orElseThrow(() -> new BenchmarkException("wrk failed: " + finished.output()));
    }

    private static LoadResult read(String json) {
        try {
            return JSON.readValue(json, LoadResult.class);
        } catch (JsonProcessingException e) {
            throw new BenchmarkException("wrk printed something other than its result: " + json, e);
        }
    }

    private static ToolRun run(List<String> command) {
        try {
            return ToolRun.of(command);
        } catch (IOException e) {
            throw new BenchmarkException("wrk cannot be run; it is Debian's package wrk: " + e.getMessage(), e);
        }
    }
}
