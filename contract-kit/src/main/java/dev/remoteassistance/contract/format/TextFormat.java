package dev.remoteassistance.contract.format;

/** Writes text for a terminal: a line for each finding, like a compiler's messages. */
final class TextFormat {

    private TextFormat() {}

    static String write(GateResult result) {
        StringBuilder text = new StringBuilder();
        for (LocatedFinding finding : result.findings()) {
            text.append(finding.at().map(at -> at + ": ").orElse(""))
                    .append("%s: %s: %s [%s]%n"
                            .formatted(
                                    finding.impact(),
                                    finding.place(),
                                    finding.words(),
                                    finding.finding().rule()));
            finding.affected().forEach(affected -> text.append("    breaks %s%n".formatted(affected)));
        }
        return text + "%s compared with %s: %s%n".formatted(result.revision(), result.baseline(), result.summary());
    }
}
