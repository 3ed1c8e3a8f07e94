package dev.remoteassistance.server.store.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteQueryConnectionsTest extends QueryConnectionsTest {

    @TempDir
    Path folder;

    @Override
    StoreLocation location() {
        return StoreLocation.of(StoreLocation.SQLITE + folder.resolve("reports.db"));
    }

    @Test
    void openNoOtherFile() throws IOException {
        Files.move(folder.resolve("reports.db"), folder.resolve("moved.db"));
        Files.createFile(folder.resolve("reports.db"));
        assertThatThrownBy(() -> ask("SELECT 1")).isInstanceOf(StoreUnavailableException.class);
    }
}
