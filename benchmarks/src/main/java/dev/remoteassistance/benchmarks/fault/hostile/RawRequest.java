package dev.remoteassistance.benchmarks.fault.hostile;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Makes and sends requests that no HTTP client would send. */
final class RawRequest {

    private static final int TIMEOUT = (int) Duration.ofSeconds(20).toMillis();

    private RawRequest() {}

    /** Returns a request with a given version and given headers. */
    static byte[] of(AttackRound round, String version, String headers, byte[] body) {
        URI target = round.target();
        String head = """
                POST %s %s
                Host: %s
                Authorization: Bearer %s
                Content-Type: application/json
                %s

                """.formatted(target.getPath(), version, target.getAuthority(), round.token(), headers)
                .replace("\n", "\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** Returns a request with a complete compressed body. */
    static byte[] gzip(AttackRound round, byte[] body) {
        return of(round, "HTTP/1.1", "Connection: close\nContent-Encoding: gzip\nContent-Length: " + body.length, body);
    }

    /** Sends a request on its own connection. Counts and returns the status of the answer; 0 if there is none. */
    static int send(AttackRound round, byte[] request) {
        int status;
        try (Socket socket = new Socket(round.target().getHost(), round.target().getPort())) {
            socket.setSoTimeout(TIMEOUT);
            OutputStream output = socket.getOutputStream();
            output.write(request);
            output.flush();
            String line = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            status = line == null ? 0 : Integer.parseInt(line.split(" ")[1]);
        } catch (IOException refused) {
            status = 0;
        }
        round.answered(status);
        return status;
    }
}
