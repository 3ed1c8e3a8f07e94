package dev.remoteassistance.server.config;

import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the settings once, at the edge: defaults, below a file, below the environment. */
public final class SettingsReader {

    private static final int FILE_ORDINAL = 100;
    private static final int ENVIRONMENT_ORDINAL = 300;
    private static final Pattern NAME = Pattern.compile(Pattern.quote(ServerSettings.PREFIX) + "[a-z0-9.-]*[a-z0-9]");

    private final Map<String, String> environment;

    public SettingsReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Reads all settings of the server.
     *
     * @param file a properties file, if there is one
     * @throws SettingsException if a setting is missing, unknown or unusable; names every one
     */
    public ServerSettings read(Optional<Path> file) {
        ServerSettings settings = mapped(file, ServerSettings.class);
        requireUsable(SettingChecks.of(settings));
        return settings;
    }

    /** Runs each setting's check, which complains by an IllegalArgumentException, and names every setting that fails. */
    private static void requireUsable(Map<String, Runnable> checks) {
        List<String> problems = new ArrayList<>();
        new TreeMap<>(checks).forEach((setting, check) -> {
            try {
                check.run();
            } catch (IllegalArgumentException e) {
                problems.add(describe(ServerSettings.PREFIX + "." + setting) + " " + e.getMessage());
            }
        });
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    /** Reads where the store is, for commands that need nothing else. */
    public StoreLocation readStoreLocation(Optional<Path> file) {
        ServerSettings.Store store = mapped(file, StoreSettings.class).store();
        requireUsable(Map.of("store.url", () -> StoreLocation.of(store.url())));
        return storeLocation(store);
    }

    /** Returns where the store is. */
    public static StoreLocation storeLocation(ServerSettings.Store store) {
        return new StoreLocation(store.url(), store.user(), store.password());
    }

    /** Returns how the store behaves. */
    public static StoreOptions storeOptions(ServerSettings settings) {
        return new StoreOptions(
                settings.store().queueCapacity(),
                settings.store().migration(),
                settings.store().retention());
    }

    private <T> T mapped(Optional<Path> file, Class<T> mapping) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(environment, ENVIRONMENT_ORDINAL))
                .withMapping(mapping);
        file.ifPresent(path -> builder.withSources(properties(path)));
        requireKnown(environment.keySet());
        if (mapping != ServerSettings.class) {
            builder.withMappingIgnore(ServerSettings.PREFIX + ".**");
        }
        try {
            return builder.build().getConfigMapping(mapping);
        } catch (ConfigValidationException e) {
            throw new SettingsException(problems(e));
        } catch (RuntimeException e) {
            throw new SettingsException(List.of(plain(String.valueOf(e.getMessage()))));
        }
    }

    /** A name in the environment that nearly fits would be passed over in silence. */
    private static void requireKnown(Set<String> variables) {
        Set<String> known = names().map(SettingsReader::variable).collect(Collectors.toSet());
        List<String> unknown = variables.stream()
                .filter(name -> name.startsWith(variable(ServerSettings.PREFIX) + "_"))
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> name + " in the environment is no setting of this server")
                .toList();
        if (!unknown.isEmpty()) {
            throw new SettingsException(unknown);
        }
    }

    /** Returns the names of all settings. */
    public static Stream<String> names() {
        return names(ServerSettings.class, ServerSettings.PREFIX);
    }

    private static Stream<String> names(Class<?> group, String prefix) {
        return Stream.of(group.getDeclaredMethods()).flatMap(method -> {
            String name =
                    prefix + "." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            return method.getReturnType().getEnclosingClass() == ServerSettings.class
                    ? names(method.getReturnType(), name)
                    : Stream.of(name);
        });
    }

    /** Returns the name of a setting in the environment. */
    public static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static PropertiesConfigSource properties(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new SettingsException(List.of("There is no settings file %s.".formatted(file)));
        }
        try {
            return new PropertiesConfigSource(file.toUri().toURL(), FILE_ORDINAL);
        } catch (IOException e) {
            throw new SettingsException(List.of("The settings file %s cannot be read.".formatted(file)));
        }
    }

    private static List<String> problems(ConfigValidationException exception) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < exception.getProblemCount(); i++) {
            String message = exception.getProblem(i).getMessage();
            Matcher name = NAME.matcher(message);
            if (!name.find()) {
                problems.add(plain(message));
            } else if (message.contains("is required")) {
                problems.add(describe(name.group()) + " is required");
            } else if (message.contains("empty String")) {
                problems.add(describe(name.group()) + " must not be empty");
            } else if (message.contains("does not map to any root")) {
                problems.add(describe(name.group()) + " is no setting of this server");
            } else {
                problems.add(describe(name.group()) + ": " + plain(message));
            }
        }
        return problems.stream().sorted().distinct().toList();
    }

    private static String describe(String name) {
        return "%s (environment: %s)".formatted(name, variable(name));
    }

    /** The library puts a code of its own before each message, the most telling of which comes last. */
    private static String plain(String message) {
        return message.replaceFirst("(?s)^.*SRCFG\\d+: ", "");
    }

    /** The part of the settings that names the store. */
    @ConfigMapping(prefix = ServerSettings.PREFIX)
    interface StoreSettings {
        ServerSettings.Store store();
    }
}
