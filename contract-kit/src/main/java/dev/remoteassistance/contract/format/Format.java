package dev.remoteassistance.contract.format;

import java.util.Locale;
import java.util.function.Function;

/** The formats of a verdict, by the names that the command line takes. */
public enum Format {
    TEXT(TextFormat::write),
    JSON(JsonFormat::write),
    MARKDOWN(MarkdownFormat::write),
    GITHUB(GitHubFormat::write),
    SARIF(SarifFormat::write),
    JUNIT(JUnitFormat::write);

    private final Function<GateResult, String> writer;

    Format(Function<GateResult, String> writer) {
        this.writer = writer;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict in this format, with a line break at its end. */
    public String write(GateResult result) {
        return writer.apply(result);
    }
}
