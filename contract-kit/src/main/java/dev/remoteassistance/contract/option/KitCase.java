package dev.remoteassistance.contract.option;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The API that a build of the kit is for, packaged in the kit's jar. A kit without a case is for any API.
 *
 * @param name of the command
 * @param defaultState the provider state of a token that is given without a state; empty for none
 * @param token the name of the provider state's value that requests in the pacts use as their token
 * @param contract OpenAPI; empty for none
 * @param pacts a folder; empty for none
 */
public record KitCase(String name, String defaultState, String token, Optional<Path> contract, Optional<Path> pacts) {

    private static final String FOLDER = "/case";
    private static final KitCase NONE = new KitCase("contract-kit", "", "token", Optional.empty(), Optional.empty());

    /** Reads the case from the jar, if there is one; its files can be read as long as the process runs. */
    public static KitCase load() {
        URL properties = KitCase.class.getResource(FOLDER + "/case.properties");
        if (properties == null) {
            return NONE;
        }
        try (InputStream stream = properties.openStream()) {
            Properties values = new Properties();
            values.load(stream);
            Path folder = folder(properties.toURI());
            return new KitCase(
                    values.getProperty("name"),
                    values.getProperty("default-state"),
                    values.getProperty("token"),
                    Optional.of(folder.resolve(values.getProperty("contract"))),
                    Optional.of(folder.resolve("pacts")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the given contract, else the one in the jar. */
    public Path contract(Path asked) {
        return choose("--contract", asked, contract);
    }

    /** Returns the given folder of pacts, else the one in the jar. */
    public Path pacts(Path asked) {
        return choose("--pacts", asked, pacts);
    }

    private static Path choose(String option, Path asked, Optional<Path> packaged) {
        return Optional.ofNullable(asked)
                .or(() -> packaged)
                .orElseThrow(() -> new NoVerdictException(option + ": is missing, and this jar has none of its own"));
    }

    private static Path folder(URI properties) throws IOException {
        if (!"jar".equals(properties.getScheme())) {
            return Path.of(properties).getParent();
        }
        try {
            return FileSystems.newFileSystem(properties, Map.of()).getPath(FOLDER);
        } catch (FileSystemAlreadyExistsException e) {
            // An earlier command in this JVM has opened the jar's file system.
            return FileSystems.getFileSystem(properties).getPath(FOLDER);
        }
    }
}
