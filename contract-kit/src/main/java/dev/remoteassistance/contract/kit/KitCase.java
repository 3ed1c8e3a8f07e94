package dev.remoteassistance.contract.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The API that a build of the kit is for; it lies in the kit's jar.
 *
 * @param name of the command
 * @param defaultState the provider state that a token serves when no state is given with it
 * @param token the name by which requests in the pacts ask for what a state yields
 * @param contract OpenAPI
 * @param pacts a folder
 */
record KitCase(String name, String defaultState, String token, Path contract, Path pacts) {

    private static final String FOLDER = "/case";

    /** Reads the case from the jar; its files can be read as long as the process runs. */
    static KitCase load() {
        URL properties = KitCase.class.getResource(FOLDER + "/case.properties");
        if (properties == null) {
            throw new IllegalStateException("this jar was packaged without a case: no contract, no pacts");
        }
        try (InputStream stream = properties.openStream()) {
            Properties values = new Properties();
            values.load(stream);
            Path folder = folder(properties.toURI());
            return new KitCase(
                    values.getProperty("name"),
                    values.getProperty("default-state"),
                    values.getProperty("token"),
                    folder.resolve(values.getProperty("contract")),
                    folder.resolve("pacts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder(URI properties) throws IOException {
        return "jar".equals(properties.getScheme())
                ? FileSystems.newFileSystem(properties, Map.of()).getPath(FOLDER)
                : Path.of(properties).getParent();
    }
}
