package dev.remoteassistance.server.report;

import static dev.remoteassistance.server.RunningServer.CONTRACT;
import static dev.remoteassistance.server.RunningServer.OPERATION;
import static dev.remoteassistance.server.report.AcceptedReport.assertAccepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the forms of a request that a report may come in. */
class AcceptedFormTest {

    @RegisterExtension
    final RunningServer server = new RunningServer();

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void takesCompressedBodies(String encoding) throws IOException {
        assertAccepted(server.send(server.request()
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(gzip(CONTRACT.example(OPERATION))))));

        assertThat(server.stored()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json; charset=utf-8 | */*",
                "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false | application/json",
                "APPLICATION/JSON | application/json;odata.metadata=none, text/plain;q=0.5",
            })
    void takesTheMediaTypesThatGraphClientsSend(String contentType, String accept) {
        assertAccepted(server.send(server.request()
                .setHeader("Content-Type", contentType)
                .setHeader("Accept", accept)
                .POST(BodyPublishers.ofByteArray(CONTRACT.example(OPERATION)))));
    }

    @Test
    void takesABodyThatComesInPieces() throws Exception {
        String body = "{\"reportingPayload\":{\"id\":\"pieces\"}}";
        assertAccepted(server.send(server.request()
                .POST(BodyPublishers.ofInputStream(() -> new java.io.SequenceInputStream(
                        new java.io.ByteArrayInputStream(body.substring(0, 9).getBytes(StandardCharsets.UTF_8)),
                        new SlowStream(body.substring(9)))))));
    }

    /** A body that arrives after half a second. */
    private static final class SlowStream extends java.io.ByteArrayInputStream {
        private boolean waited;

        SlowStream(String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            if (!waited) {
                waited = true;
                try {
                    Thread.sleep(500);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return super.read(buffer, offset, length);
        }
    }

    @Test
    void theLimitCountsInflatedBytesOnly() throws IOException {
        byte[] largest = new byte[OPERATION.maxBodyBytes()];
        java.util.Arrays.fill(largest, (byte) ' ');
        byte[] report = "{\"reportingPayload\":{\"id\":\"large\"}}".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(report, 0, largest, 0, report.length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stored = new GZIPOutputStream(bytes) {
            {
                def.setLevel(java.util.zip.Deflater.NO_COMPRESSION);
            }
        }) {
            stored.write(largest);
        }
        assertThat(bytes.size()).isGreaterThan(largest.length);

        assertAccepted(server.send(server.request()
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(bytes.toByteArray()))));
        assertAccepted(server.post(largest));
    }

    @Test
    void countsLengthsInCodePointsAsTheContractDoes() {
        int max = CONTRACT.limit("RemoteAssistanceReporting", "id", "maxLength");

        assertAccepted(server.post("{\"reportingPayload\":{\"id\":\"" + "\uD83D\uDE80".repeat(max) + "\"}}"));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
