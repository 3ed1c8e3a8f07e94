package dev.remoteassistance.server.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the values of settings: the environment overrides the file, which overrides the defaults. Values are taken as
 * written; no variables in them are expanded.
 */
public final class SettingValues {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<String, String> environment;
    private final Properties properties;

    private SettingValues(Map<String, String> environment, Properties properties) {
        this.environment = environment;
        this.properties = properties;
    }

    /**
     * Reads the texts of all settings, and converts none of them yet.
     *
     * @param environment the variables of the process
     * @param file a properties file in UTF-8, if there is one
     * @throws SettingsException if the file cannot be read, or if a name in the file or the environment is no setting
     */
    public static SettingValues read(Map<String, String> environment, Optional<Path> file) {
        Properties properties = new Properties();
        file.ifPresent(path -> load(path, properties));
        requireKnown(environment.keySet(), properties.stringPropertyNames());
        return new SettingValues(Map.copyOf(environment), properties);
    }

    private static void load(Path file, Properties properties) {
        if (!Files.isRegularFile(file)) {
            throw new SettingsException("There is no settings file %s.".formatted(file));
        }
        try {
            String text = Files.readString(file);
            properties.load(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
        } catch (IOException e) {
            throw new SettingsException("The settings file %s cannot be read as UTF-8.".formatted(file));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(
                    "The settings file %s has \\u without four hexadecimal digits. Write a backslash as \\\\."
                            .formatted(file));
        }
    }

    /** Refuses unknown names, because a mistyped name would otherwise be ignored silently. */
    private static void requireKnown(Set<String> variables, Set<String> properties) {
        Stream<String> ours =
                variables.stream().filter(name -> Setting.variable(name).startsWith(Setting.VARIABLE_PREFIX));
        List<String> problems = Stream.concat(
                        unknown(ours, Setting::variable).map(name -> name + " in the environment"),
                        unknown(properties.stream(), Setting::property).map(name -> name + " in the file"))
                .map(place -> place + " is no setting of this server")
                .sorted()
                .toList();
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    private static Stream<String> unknown(Stream<String> names, Function<Setting, String> name) {
        Set<String> known = Stream.of(Setting.values()).map(name).collect(Collectors.toSet());
        return names.filter(candidate -> !known.contains(candidate));
    }

    /**
     * Returns the value of a setting that is required or has a default.
     *
     * @param conversion converts the text; the message of its IllegalArgumentException completes a sentence about the
     *     setting: "must be …"
     * @throws SettingsException if there is no value, or if it cannot be used
     */
    public <T> T get(Setting setting, Function<String, T> conversion) {
        return find(setting, conversion).orElseThrow(() -> setting.refusal("must not be empty"));
    }

    /**
     * Returns the value of an optional setting; empty if it has none.
     *
     * @param conversion as for {@link #get}
     * @throws SettingsException if the value cannot be used
     */
    public <T> Optional<T> find(Setting setting, Function<String, T> conversion) {
        String text = Stream.of(environment.get(setting.variable()), properties.getProperty(setting.property()))
                .filter(Objects::nonNull)
                .findFirst()
                .or(setting::byDefault)
                .orElseThrow(() -> setting.refusal("is required"));
        return text.isEmpty() ? Optional.empty() : Optional.of(setting.accept(() -> conversion.apply(text)));
    }

    /**
     * Requires that all of these values can be read.
     *
     * @throws SettingsException if some cannot; it names every problem, not only the first
     */
    public static void requireUsable(Supplier<?>... readings) {
        List<String> problems = new ArrayList<>();
        for (Supplier<?> reading : readings) {
            try {
                reading.get();
            } catch (SettingsException e) {
                problems.add(e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }
}
