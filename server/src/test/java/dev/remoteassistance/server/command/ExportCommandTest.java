package dev.remoteassistance.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    private static final Instant ARRIVAL = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    Path folder;

    private StoreBesideCommands store;

    @BeforeEach
    void open() {
        store = new StoreBesideCommands(folder);
    }

    @Test
    void printsALineForEachReport() {
        store.store(ARRIVAL, "a");
        assertThat(store.run("export"))
                .isEqualTo(
                        "{\"sequence\":1,\"tenantId\":\"tenant\",\"id\":\"a\",\"receivedAt\":\"2026-11-24T08:00:00.000000Z\","
                                + "\"current\":true,\"payload\":{\"id\":\"a\"}}\n");
    }

    @Test
    void printsWhatArrivedAtATimeOrLater() {
        store.store(ARRIVAL.minusNanos(1_000), "before");
        store.store(ARRIVAL, "exactly");
        store.store(ARRIVAL.plusSeconds(1), "after");

        assertThat(sequences("--since", "2026-11-24T09:00:00+01:00")).containsExactly(2L, 3L);
        assertThat(sequences("--since", "2026-11-24")).containsExactly(1L, 2L, 3L);
        assertThat(sequences("--since", "2026-11-25")).isEmpty();
        assertThat(sequences("--since", "+12026-01-01")).isEmpty();
    }

    @Test
    void goesOnBehindTheLastLine() {
        store.store(ARRIVAL, IntStream.range(0, 5).mapToObj(i -> new RemoteAssistanceReporting().id("id-" + i)));

        assertThat(sequences("--after", "3")).containsExactly(4L, 5L);
        assertThat(sequences("--after", "5")).isEmpty();
    }

    private List<Long> sequences(String option, String value) {
        return store.run("export", option, value)
                .lines()
                .map(line -> Long.parseLong(line.replaceFirst("\\{\"sequence\":(\\d+),.*", "$1")))
                .toList();
    }

    /** As with {@code export | head -1}. */
    @Test
    void endsWhenNobodyReadsOn() {
        store.store(ARRIVAL, IntStream.range(0, 5_000).mapToObj(i -> new RemoteAssistanceReporting().id("id-" + i)));
        AtomicInteger writes = new AtomicInteger();

        assertThat(store.run(new ClosedPipe(writes), "export")).isEqualTo(1);

        assertThat(writes).hasValue(1);
    }

    private static final class ClosedPipe extends OutputStream {

        private final AtomicInteger writes;

        ClosedPipe(AtomicInteger writes) {
            this.writes = writes;
        }

        @Override
        public void write(int character) throws IOException {
            write(new byte[1], 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            writes.incrementAndGet();
            throw new IOException("Broken pipe");
        }
    }
}
