package dev.remoteassistance.spring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application on a port of its own. */
final class RunningApplication implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** For all tests that need no properties; it ends with the JVM. */
    static final RunningApplication SHARED = new RunningApplication();

    private final ConfigurableApplicationContext context;

    /** Starts it with properties such as {@code a.b=c}. */
    RunningApplication(String... properties) {
        context = SpringApplication.run(
                EchoApplication.class,
                Stream.concat(
                                Stream.of(
                                        "server.address=127.0.0.1",
                                        "server.port=0",
                                        "spring.main.banner-mode=off",
                                        "logging.level.root=ERROR"),
                                Arrays.stream(properties))
                        .map("--"::concat)
                        .toArray(String[]::new));
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }
}
