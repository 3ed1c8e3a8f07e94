package dev.remoteassistance.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeCommandTest {

    @TempDir
    Path folder;

    @Test
    void deletesWhatIsOlderAndNothingElse() {
        StoreBesideCommands store = new StoreBesideCommands(folder);
        Instant limit = Instant.now().minus(Duration.ofDays(10));
        store.store(limit.minusSeconds(1), "older");
        store.store(limit.plus(Duration.ofHours(1)), "younger");

        assertThat(store.run("purge", "--older-than", "P10D").strip()).isEqualTo("1");

        assertThat(store.run("export").lines()).singleElement().asString().contains("\"id\":\"younger\"");
        assertThat(store.run("purge", "--older-than", "P10D").strip()).isEqualTo("0");
    }
}
