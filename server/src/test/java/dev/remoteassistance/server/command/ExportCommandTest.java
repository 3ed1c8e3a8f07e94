package dev.remoteassistance.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    Path folder;

    /** As with {@code export | head -1}. */
    @Test
    void endsWhenNobodyReadsOn() {
        Caller caller = new Caller("tenant", CallerKind.APP, null, null, Set.of());
        StoreLocation location = StoreLocation.of(StoreLocation.SQLITE + folder.resolve("reports.db"));
        try (SqlReportStore store = SqlReportStore.open(location, StoreOptions.DEFAULT, Clock.systemUTC())) {
            IntStream.range(0, 5_000)
                    .mapToObj(i -> store.append(caller, new RemoteAssistanceReporting().id("id-" + i))
                            .toCompletableFuture())
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        AtomicInteger writes = new AtomicInteger();
        PrintStream out = System.out;
        System.setOut(new PrintStream(new ClosedPipe(writes), true, StandardCharsets.UTF_8));
        try {
            assertThat(ServerCommand.commandLine().execute("export", "--data", folder.toString()))
                    .isEqualTo(1);
        } finally {
            System.setOut(out);
        }
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
