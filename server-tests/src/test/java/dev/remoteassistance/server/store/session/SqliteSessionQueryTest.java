package dev.remoteassistance.server.store.session;

import dev.remoteassistance.server.store.StoreLocation;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionQueryTest extends SessionQueryTest {

    @TempDir
    Path folder;

    private int files;

    @Override
    public StoreLocation location() {
        files++;
        return StoreLocation.of(StoreLocation.SQLITE + folder.resolve("reports-%d.db".formatted(files)));
    }
}
