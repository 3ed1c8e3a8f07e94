package dev.remoteassistance.benchmarks.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ci")
class PostgresServerTest {

    @TempDir
    Path folder;

    @Test
    void keepsDataAndAddressFromStartToStart() {
        try (PostgresServer server = PostgresServer.create(folder)) {
            PostgresAddress address = server.address();
            address.createDatabase("reports");
            address.execute("reports", "CREATE TABLE kept (mode text)");
            for (StopMode mode : StopMode.values()) {
                address.execute("reports", "INSERT INTO kept VALUES ('%s')".formatted(mode));

                server.stop(mode);
                assertThat(server.isAlive()).isFalse();
                server.start();
            }
            assertThat(address.ask("reports", "SELECT string_agg(mode, ',' ORDER BY mode) FROM kept"))
                    .isEqualTo("FAST,IMMEDIATE,KILL");
        }
    }

    @Test
    void syncsEveryCommitAndCountsWhatItUses() {
        try (PostgresServer server = PostgresServer.create(folder)) {
            PostgresAddress address = server.address();
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(address.ask("postgres", "SHOW " + setting))
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(address.version()).isNotEmpty();
            assertThat(address.databaseBytes("postgres")).isPositive();

            Duration before = server.cpuTime();
            address.ask("postgres", "SELECT count(*) FROM generate_series(1, 3000000)");
            assertThat(server.cpuTime()).isGreaterThan(before.plusMillis(50));
        }
    }
}
