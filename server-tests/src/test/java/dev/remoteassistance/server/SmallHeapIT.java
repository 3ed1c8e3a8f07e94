package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.dev.DevJar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests many concurrent bodies that need much memory, in a heap that has room for one. */
class SmallHeapIT {

    private static final String HEAP = "-Xmx96m";
    private static final int AT_ONCE = 64;
    private static final int MAX = RunningServer.OPERATION.maxBodyBytes();

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Path errors;
    private Process server;
    private URI uri;
    private String token;

    @BeforeEach
    void start() throws IOException {
        errors = folder.resolve("errors");
        Path data = DevJar.dataWithKey(folder.resolve("data")).path();
        server = ServerJar.startLoggingTo(
                errors,
                Map.of("JAVA_TOOL_OPTIONS", HEAP),
                "dev",
                "--port",
                "0",
                "--management-port",
                "0",
                "--data",
                data.toString());
        List<String> printed = ServerJar.readUntil(server.inputReader(StandardCharsets.UTF_8), "Listening on ");
        uri = URI.create(printed.get(printed.size() - 1).split(" ")[2]).resolve(RunningServer.OPERATION.path());
        token = Files.readString(data.resolve("dev-token"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        ServerJar.stop(server);
    }

    @Test
    void survivesAndGoesOn() throws Exception {
        byte[] small = body("\"x\":[" + "{},".repeat(5_000) + "{}]");
        assertAnswers(small, "identity", 204, 503);
        assertAnswers(gzip(new byte[64 << 20]), "gzip", 413, 503);
        assertAnswers(body("\"x\":\"" + "a".repeat(MAX - 100) + "\""), "identity", 204, 503);
        assertAnswers(body("\"x\":\"" + "\u20AC".repeat((MAX - 100) / 3) + "\""), "identity", 204, 503);
        byte[] maps = body("\"x\":[" + "{\"a\":1},".repeat((MAX - 100) / 8) + "0]");
        assertAnswers(maps, "identity", 413, 503);
        assertAnswers(gzip(maps), "gzip", 413, 503);
        byte[] properties = body(IntStream.range(0, 10_000)
                .mapToObj(i -> "\"p%d\":%d".formatted(i, i))
                .collect(Collectors.joining(",")));
        assertAnswers(properties, "identity", 204, 503);
        assertAnswers(body("\"x\":" + "[".repeat(MAX / 2) + "]".repeat(MAX / 2 - 100)), "identity", 400, 503);
        assertThat(Files.readString(errors)).doesNotContain("OutOfMemoryError");
    }

    /** There is memory to read one body of maximum size. A slow sender that held it would keep all others out. */
    @Test
    void slowSendersOfLargeBodiesKeepNobodyOut() throws Exception {
        byte[] report = body("\"x\":\"" + "a".repeat(20_000) + "\"");
        String head = "POST %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                .formatted(RunningServer.OPERATION.path(), token);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Socket sender = new Socket(uri.getHost(), uri.getPort());
                slow.add(sender);
                sender.getOutputStream()
                        .write((head + "Content-Length: 1000000\r\n\r\n" + " ".repeat(20_000)).getBytes());
            }
            for (int i = 0; i < 5; i++) {
                for (Socket sender : slow) {
                    sender.getOutputStream().write(" ".repeat(500).getBytes());
                }
                assertThat(post(report, "identity").join()).isEqualTo(204);
                Thread.sleep(500);
            }
        } finally {
            for (Socket sender : slow) {
                sender.close();
            }
        }
    }

    /** Asserts that at least one body is read, and that those without room are told to retry. */
    private void assertAnswers(byte[] body, String encoding, Integer... statuses) {
        List<CompletableFuture<Integer>> answers =
                Stream.generate(() -> post(body, encoding)).limit(AT_ONCE).toList();
        assertThat(answers)
                .extracting(CompletableFuture::join)
                .contains(statuses[0])
                .isSubsetOf(statuses);
        assertThat(post(body(""), "identity").join()).isEqualTo(204);
    }

    private CompletableFuture<Integer> post(byte[] body, String encoding) {
        return http.sendAsync(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .header("Content-Encoding", encoding)
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    private static byte[] body(String members) {
        return ("{\"reportingPayload\":{" + members + (members.isEmpty() ? "" : ",") + "\"id\":\"a\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
