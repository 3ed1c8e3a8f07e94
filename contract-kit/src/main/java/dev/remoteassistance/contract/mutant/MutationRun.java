package dev.remoteassistance.contract.mutant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs every check on every mutant. */
public final class MutationRun {

    private MutationRun() {}

    /**
     * Runs each check on each mutant, and returns the results as a matrix.
     *
     * @param title of the matrix
     * @param mutants that the checks must notice
     * @param checks to run on every mutant: the checks run in parallel, each on one mutant at a time
     * @param equivalents mutants that nobody can tell from the original, each with the reason
     */
    public static KillMatrix matrix(
            String title, List<SpecMutant> mutants, List<MutantCheck> checks, Map<String, String> equivalents) {
        List<Map<SpecMutant, String>> found =
                checks.parallelStream().map(check -> noticed(check, mutants)).toList();
        return new KillMatrix(
                title,
                checks.stream().map(MutantCheck::name).toList(),
                mutants.stream()
                        .map(mutant -> new KillMatrix.Row(
                                mutant.name(),
                                killers(mutant, checks, found),
                                equivalents.getOrDefault(mutant.name(), "")))
                        .toList());
    }

    private static Map<SpecMutant, String> noticed(MutantCheck check, List<SpecMutant> mutants) {
        Map<SpecMutant, String> noticed = new LinkedHashMap<>();
        mutants.forEach(mutant -> check.notice().apply(mutant).ifPresent(says -> noticed.put(mutant, says)));
        return noticed;
    }

    private static Map<String, String> killers(
            SpecMutant mutant, List<MutantCheck> checks, List<Map<SpecMutant, String>> found) {
        Map<String, String> killers = new LinkedHashMap<>();
        IntStream.range(0, checks.size())
                .filter(i -> found.get(i).containsKey(mutant))
                .forEach(i -> killers.put(checks.get(i).name(), found.get(i).get(mutant)));
        return killers;
    }
}
