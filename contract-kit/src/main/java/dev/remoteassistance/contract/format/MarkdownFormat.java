package dev.remoteassistance.contract.format;

import dev.remoteassistance.contract.gate.Impact;
import java.util.List;
import java.util.Locale;

/**
 * Writes Markdown for a comment or a changelog, breaking changes first. Texts of the contract become code spans, so
 * that they cannot act as markup.
 */
final class MarkdownFormat {

    private MarkdownFormat() {}

    static String write(GateResult result) {
        StringBuilder page = new StringBuilder("# %s since %s%n%n%s%n"
                .formatted(
                        code(result.revision()),
                        code(result.baseline()),
                        result.isBreaking() || !result.findings().isEmpty()
                                ? code(result.summary())
                                : "No change of what is sent."));
        section(page, "Breaking", Impact.BREAKING, result.findings());
        section(page, "Compatible", Impact.LOOSENING, result.findings());
        section(page, "Not compared", Impact.NOT_COMPARED, result.findings());
        return page.toString();
    }

    private static void section(StringBuilder page, String title, Impact impact, List<LocatedFinding> findings) {
        List<LocatedFinding> here = findings.stream()
                .filter(finding -> finding.finding().impact() == impact)
                .toList();
        if (here.isEmpty()) {
            return;
        }
        page.append("%n## %s%n%n".formatted(title));
        for (LocatedFinding finding : here) {
            page.append("- %s: %s%s%n"
                    .formatted(
                            code(finding.place()),
                            code(finding.words()),
                            finding.at()
                                    .map(at -> String.format(Locale.ROOT, " (%s)", code(at.toString())))
                                    .orElse("")));
            finding.affected().forEach(affected -> page.append("  - breaks %s%n".formatted(code(affected))));
        }
    }

    /** Returns a code span that its text cannot end, because its fence is longer than any in the text. */
    static String code(String text) {
        String fence = "`";
        while (text.contains(fence)) {
            fence += "`";
        }
        return text.startsWith("`") || text.endsWith("`") ? fence + " " + text + " " + fence : fence + text + fence;
    }
}
