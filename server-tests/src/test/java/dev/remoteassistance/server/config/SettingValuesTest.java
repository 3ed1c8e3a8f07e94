package dev.remoteassistance.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingValuesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab$$cd",
                "${HOME}",
                "a${x}b",
                "$",
                "${",
                "${remote-assistance.http.port}",
                "#{1+1}",
                "%{x}",
                "a,b\\,c",
                "a=b:c#d!e",
                " blanks ",
                "\u00e4\u0436\uD83D\uDE80"
            })
    void valuesAreTakenAsWritten(String value) {
        SettingValues values = SettingValues.read(Map.of("REMOTE_ASSISTANCE_STORE_PASSWORD", value), Optional.empty());
        assertThat(values.find(Setting.STORE_PASSWORD, text -> text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab$$cd", "${HOME}", "a${x}b", "a=b:c#d!e", "\u00e4\u0436\uD83D\uDE80"})
    void soAreThoseOfTheFile(String value) throws IOException {
        assertThat(inFile("remote-assistance.store.password=" + value).find(Setting.STORE_PASSWORD, text -> text))
                .hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A,B", "A, B", " A ,\tB ", "A,B,A"})
    void listsAreTrimmed(String list) {
        SettingValues values = SettingValues.read(Map.of("REMOTE_ASSISTANCE_AUTH_AUDIENCES", list), Optional.empty());
        assertThat(values.get(Setting.AUTH_AUDIENCES, Conversion.list(text -> text)))
                .isEqualTo(Set.of("A", "B"));
    }

    /** Editors on Windows write a byte order mark. */
    @Test
    void aByteOrderMarkDoesNotHideTheFirstLine() throws IOException {
        SettingValues values = inFile("\uFEFFremote-assistance.http.port=1\nremote-assistance.management.port=2\n");
        assertThat(values.get(Setting.HTTP_PORT, Conversion::wholeNumber)).isEqualTo(1);
        assertThat(values.get(Setting.MANAGEMENT_PORT, Conversion::wholeNumber)).isEqualTo(2);
    }

    @Test
    void anEmptyValueIsNoneWhereNoneIsNeeded() {
        SettingValues values = SettingValues.read(
                Map.of("REMOTE_ASSISTANCE_STORE_USER", "", "REMOTE_ASSISTANCE_HTTP_HOST", ""), Optional.empty());
        assertThat(values.find(Setting.STORE_USER, text -> text)).isEmpty();
        assertThatThrownBy(() -> values.get(Setting.HTTP_HOST, text -> text))
                .hasMessage("remote-assistance.http.host (environment: REMOTE_ASSISTANCE_HTTP_HOST) must not be empty");
    }

    @Test
    void namesASettingThatDoesNotExist() {
        assertThatThrownBy(() -> inFile("remote-assistance.htp.port=1\nREMOTE_ASSISTANCE_HTTP_PORT=1\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "REMOTE_ASSISTANCE_HTTP_PORT in the file is no setting of this server",
                        "remote-assistance.htp.port in the file is no setting of this server"));
        assertThatThrownBy(() -> SettingValues.read(
                        Map.of("remote-assistance.http.port", "1", "REMOTE_ASSISTANCE_", "1", "PATH", "/bin"),
                        Optional.empty()))
                .isInstanceOf(SettingsException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "REMOTE_ASSISTANCE_ in the environment is no setting of this server",
                        "remote-assistance.http.port in the environment is no setting of this server"));
    }

    @Test
    void namesAFileThatCannotBeRead() throws IOException {
        Path file = folder.resolve("server.properties");
        assertThatThrownBy(() -> SettingValues.read(Map.of(), Optional.of(file)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("There is no settings file %s.", file);
        assertThatThrownBy(() -> SettingValues.read(Map.of(), Optional.of(folder)))
                .hasMessage("There is no settings file %s.", folder);

        Files.write(file, "remote-assistance.store.user=J\u00fcrgen".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> SettingValues.read(Map.of(), Optional.of(file)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("The settings file %s cannot be read as UTF-8.", file);

        Files.writeString(file, "remote-assistance.store.url=jdbc:sqlite:C:\\users\\a.db");
        assertThatThrownBy(() -> SettingValues.read(Map.of(), Optional.of(file)))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "The settings file %s has \\u without four hexadecimal digits. Write a backslash as \\\\.",
                        file);
    }

    @ParameterizedTest
    @CsvSource({
        "365d, P365D",
        "365 D, P365D",
        "20s, PT20S",
        "15m, PT15M",
        "1h, PT1H",
        "P1Y, PT20S",
        "P2W, PT20S",
        "20, PT20S",
        "PT9999999999999999H, PT20S",
        "1d2h, PT20S"
    })
    void aDurationSaysWhatItWants(String text, String example) {
        assertRefused(
                Conversion::duration,
                text,
                "must be an ISO 8601 duration, such as %s, not %s".formatted(example, text));
    }

    @Test
    void conversions() {
        assertThat(Conversion.wholeNumber(" 7 ")).isEqualTo(7);
        assertThat(Conversion.trueOrFalse("TRUE")).isTrue();
        assertRefused(Conversion::trueOrFalse, "yes", "must be true or false, not yes");
        assertRefused(Conversion::wholeNumber, "1.5", "must be a whole number, not 1.5");
        assertThat(Conversion.oneOf(LogFormat.class).apply("Json")).isEqualTo(LogFormat.JSON);
    }

    private static void assertRefused(Function<String, ?> conversion, String text, String rule) {
        assertThatThrownBy(() -> conversion.apply(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(rule);
    }

    private SettingValues inFile(String text) throws IOException {
        return SettingValues.read(Map.of(), Optional.of(Files.writeString(folder.resolve("server.properties"), text)));
    }
}
