package dev.remoteassistance.benchmarks.fault.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ExitCode;

/** The result of a run: its figures and the promises that were broken. */
public final class Verdict {

    private static final int NAMED_IDS = 20;

    private final String title;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();

    public Verdict(String title) {
        this.title = title;
    }

    public void fact(String name, Object value) {
        facts.put(name, value.toString());
    }

    public void broken(String promise) {
        broken.add(promise);
    }

    /** Reports a promise as broken if there are such ids, and names them. */
    public void requireNone(String what, Collection<String> ids) {
        facts.put(what, Integer.toString(ids.size()));
        if (!ids.isEmpty()) {
            String more = ids.size() > NAMED_IDS ? ", and %d more".formatted(ids.size() - NAMED_IDS) : "";
            broken.add("%d %s: %s%s"
                    .formatted(
                            ids.size(),
                            what,
                            String.join(
                                    ", ", ids.stream().sorted().limit(NAMED_IDS).toList()),
                            more));
        }
    }

    public List<String> brokenPromises() {
        return List.copyOf(broken);
    }

    /** Prints the verdict, and returns the exit code. */
    public int print(PrintWriter out) {
        out.println(title);
        facts.forEach((name, value) -> out.printf("  %s: %s%n", name, value));
        broken.forEach(promise -> out.printf("BROKEN: %s%n", promise));
        out.println(broken.isEmpty() ? "Every promise held." : "Broken promises: " + broken.size());
        out.flush();
        return broken.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
