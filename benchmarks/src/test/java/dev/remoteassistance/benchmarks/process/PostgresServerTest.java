package dev.remoteassistance.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresServerTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void keepsDataAndAddressFromStartToStart(StopMode mode) {
        try (PostgresServer server = PostgresServer.create(folder)) {
            PostgresAddress address = server.address();
            address.createDatabase("reports");
            address.execute("reports", "CREATE TABLE kept AS SELECT 'still here' AS word");

            server.stop(mode);
            assertThat(server.isAlive()).isFalse();
            server.start();

            assertThat(address.ask("reports", "SELECT word FROM kept")).isEqualTo("still here");
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
            assertThat(address.version()).startsWith("18");
            assertThat(address.databaseBytes("postgres")).isPositive();

            Duration before = server.cpuTime();
            address.ask("postgres", "SELECT count(*) FROM generate_series(1, 3000000)");
            assertThat(server.cpuTime()).isGreaterThan(before.plusMillis(50));
        }
    }
}
