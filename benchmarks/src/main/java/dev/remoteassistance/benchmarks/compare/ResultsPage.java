package dev.remoteassistance.benchmarks.compare;

import dev.remoteassistance.benchmarks.subject.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Writes the figures of a comparison as a page of Markdown. */
final class ResultsPage {

    private final ComparisonPlan plan;
    private final List<TargetFigures> figures;
    private final List<String> lines = new ArrayList<>();

    ResultsPage(ComparisonPlan plan, List<TargetFigures> figures) {
        this.plan = plan;
        this.figures = figures;
    }

    /** Returns the whole page. Targets that could not be measured are listed below the figures, with the reason. */
    String markdown(String machine, Map<String, String> versions, Map<Target, String> missing) {
        plan.connections().forEach(this::loadTable);
        restTable();
        ratioTable();
        lines.add("%s; %s. Load generator, database and servers share it."
                .formatted(
                        machine,
                        versions.entrySet().stream()
                                .map(version -> version.getKey() + " " + version.getValue())
                                .collect(Collectors.joining(", "))));
        lines.add(
                ("All servers run with %s, and write no line for a request. Each answered %,d requests at %d connections, then "
                                + "came %d rounds of %d s at each number of connections, in which the servers took turns.")
                        .formatted(
                                plan.javaOptions().stream()
                                        .map("`%s`"::formatted)
                                        .collect(Collectors.joining(" ")),
                                plan.warmUp(),
                                plan.mostConnections(),
                                plan.rounds(),
                                plan.time().toSeconds()));
        lines.add(
                ("Every request is a report that was not there before, of the size of Microsoft's example, with one of %d tokens. "
                                + "SQLite runs with `synchronous=FULL`, PostgreSQL with `fsync`, `synchronous_commit` and `full_page_writes` on.")
                        .formatted(plan.tokens()));
        lines.add(
                ("Medians, in brackets the least and the most. Start-up is the time until the first 204, of %d starts "
                                + "each, without and with an archive of the target's classes (AppCDS) that its first start left; memory "
                                + "is what the server held in RAM after the last round; sizes are without write-ahead logs.")
                        .formatted(plan.starts()));
        missing.forEach((target, reason) ->
                lines.addAll(List.of("", "Not measured: %s (%s).".formatted(target.title(), reason))));
        return String.join("\n", lines) + "\n";
    }

    private void loadTable(int connections) {
        lines.add("| %s | requests/s | p50 ms | p99 ms | CPU µs/request | of it server | of it database |"
                .formatted(connections == 1 ? "1 connection" : connections + " connections"));
        lines.add("|---|---|---|---|---|---|---|");
        for (TargetFigures target : figures) {
            lines.add("| %s | %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            target.target().title(),
                            cell(target, connections, "%,.0f", Measurement::rate),
                            cell(target, connections, "%.2f", Measurement::p50Millis),
                            cell(target, connections, "%.2f", Measurement::p99Millis),
                            cell(target, connections, "%.0f", Measurement::cpuMicros),
                            middle(target, connections, Measurement::serverCpuMicros),
                            middle(target, connections, Measurement::databaseCpuMicros)));
        }
        lines.add("");
    }

    private void restTable() {
        lines.add("| | start-up s | with class archive | memory MB | bytes on disk per report |");
        lines.add("|---|---|---|---|---|");
        for (TargetFigures target : figures) {
            lines.add("| %s | %s | %s | %.0f | %s |"
                    .formatted(
                            target.target().title(),
                            cell(target.startUpSeconds(), "%.2f"),
                            cell(target.archivedStartUpSeconds(), "%.2f"),
                            target.residentMegabytes(),
                            target.bytesPerReport().isPresent()
                                    ? text("%,.0f", target.bytesPerReport().getAsDouble())
                                    : "–"));
        }
        lines.add("");
    }

    private void ratioTable() {
        List<Ratio> ratios = Ratio.of(figures, plan.mostConnections());
        if (!ratios.isEmpty()) {
            lines.add("| ratio, of each round, at %d connections | |".formatted(plan.mostConnections()));
            lines.add("|---|---|");
            ratios.forEach(ratio -> lines.add("| %s | %s |".formatted(ratio.title(), cell(ratio.value(), "%.2f"))));
            lines.add("");
        }
    }

    private String cell(TargetFigures target, int connections, String format, ToDoubleFunction<Measurement> figure) {
        return cell(Spread.of(target.rounds(connections), figure), format);
    }

    private String middle(TargetFigures target, int connections, ToDoubleFunction<Measurement> figure) {
        return text("%.0f", Spread.of(target.rounds(connections), figure).median());
    }

    private static String cell(Spread spread, String format) {
        return "%s (%s–%s)"
                .formatted(text(format, spread.median()), text(format, spread.least()), text(format, spread.most()));
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
