package dev.remoteassistance.contract.format;

import java.util.function.Function;

/** The formats of a verdict, by the names that the command line takes. */
public enum Format {
    text(TextFormat::write),
    json(JsonFormat::write),
    markdown(MarkdownFormat::write),
    github(GitHubFormat::write),
    sarif(SarifFormat::write),
    junit(JUnitFormat::write);

    private final Function<GateResult, String> writer;

    Format(Function<GateResult, String> writer) {
        this.writer = writer;
    }

    /** The verdict in this format, with a line break at its end. */
    public String write(GateResult result) {
        return writer.apply(result);
    }
}
