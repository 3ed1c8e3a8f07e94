package dev.remoteassistance.contract.jar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The output of the kit.
 *
 * @param outcomes by the interactions' names
 * @param faults below each interaction
 * @param summary the last line
 */
record KitOutput(Map<String, String> outcomes, Map<String, List<String>> faults, String summary) {

    private static final Pattern PROGRESS = Pattern.compile("\\[(\\d+)/(\\d+)] (passed|failed|skipped) +(.+)");

    /** Reads the output, which must count the interactions from the first to the last. */
    static KitOutput read(String out) {
        Map<String, String> outcomes = new TreeMap<>();
        Map<String, List<String>> faults = new TreeMap<>();
        String current = null;
        List<String> lines = out.lines().toList();
        for (String line : lines.subList(0, lines.size() - 1)) {
            Matcher progress = PROGRESS.matcher(line);
            if (progress.matches()) {
                current = progress.group(4);
                if (outcomes.put(current, progress.group(3)) != null
                        || Integer.parseInt(progress.group(1)) != outcomes.size()) {
                    throw new AssertionError("counted wrongly: " + line);
                }
            } else {
                faults.computeIfAbsent(current, name -> new ArrayList<>()).add(line.strip());
            }
        }
        return new KitOutput(outcomes, faults, lines.get(lines.size() - 1));
    }

    /** The names of the interactions with an outcome. */
    List<String> with(String outcome) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getValue().equals(outcome))
                .map(Map.Entry::getKey)
                .toList();
    }
}
