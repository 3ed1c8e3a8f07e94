package dev.remoteassistance.benchmarks.compare;

import dev.remoteassistance.benchmarks.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The figures of a run as Markdown. */
final class ResultsPage {

    private final ComparisonPlan plan;
    private final List<TargetFigures> figures;
    private final List<String> lines = new ArrayList<>();

    ResultsPage(ComparisonPlan plan, List<TargetFigures> figures) {
        this.plan = plan;
        this.figures = figures;
    }

    /** The whole page; what could not be measured stands below the figures, with the reason. */
    String markdown(String machine, Map<String, String> versions, Map<Target, String> missing) {
        plan.connections().forEach(this::loadTable);
        restTable();
        ratioTable();
        lines.add(
                "%s; %s. %s for each server, %s. Each server answered %,d requests at %d connections before the first of %d rounds of %d s, in which the servers take turns; every request is a new report of 27 properties and carries one of %d tokens. Medians, in brackets the least and the most; the memory is that after the last round, the start-up the time to the first 204, the median of %d."
                        .formatted(
                                machine,
                                versions.entrySet().stream()
                                        .map(version -> version.getKey() + " " + version.getValue())
                                        .collect(Collectors.joining(", ")),
                                plan.javaOptions().stream()
                                        .map("`%s`"::formatted)
                                        .collect(Collectors.joining(" ")),
                                "all on one machine with the load generator and the database",
                                plan.warmUp(),
                                plan.mostConnections(),
                                plan.rounds(),
                                plan.time().toSeconds(),
                                plan.tokens(),
                                plan.starts()));
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
        lines.add("| | start-up s | memory MB | bytes on disk per report |");
        lines.add("|---|---|---|---|");
        for (TargetFigures target : figures) {
            lines.add("| %s | %s | %.0f | %s |"
                    .formatted(
                            target.target().title(),
                            cell(target.startUpSeconds(), "%.2f"),
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
