package dev.remoteassistance.contract.format;

import java.util.stream.Collectors;

/**
 * Writes workflow commands of GitHub Actions, which become annotations. The runner reads commands line by line and
 * undoes the escapes, so no text of a contract may begin a line or end a property.
 */
final class GitHubFormat {

    private GitHubFormat() {}

    static String write(GateResult result) {
        return result.findings().stream().map(GitHubFormat::annotation).collect(Collectors.joining())
                + command(
                        result.isBreaking() ? "error" : "notice",
                        "title=Contract",
                        result.revision() + " compared with " + result.baseline() + ": " + result.summary());
    }

    private static String annotation(LocatedFinding finding) {
        String properties = finding.at()
                        .map(at -> "file=%s,line=%d,col=%d,"
                                .formatted(
                                        property(at.file()),
                                        at.position().line(),
                                        at.position().column()))
                        .orElse("")
                + "title="
                + property(finding.impact() + ": " + finding.finding().rule());
        return command(
                switch (finding.finding().impact()) {
                    case BREAKING -> "error";
                    case LOOSENING -> "notice";
                    case NOT_COMPARED -> "warning";
                },
                properties,
                finding.story());
    }

    private static String command(String name, String properties, String data) {
        return "::" + name + " " + properties + "::" + data(data) + "\n";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
