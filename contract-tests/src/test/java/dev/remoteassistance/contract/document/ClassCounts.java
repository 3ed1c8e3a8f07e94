package dev.remoteassistance.contract.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts the documents in which each class of a group occurs. Only expected classes are counted, from zero. */
final class ClassCounts {

    private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    private final Set<List<String>> inThisDocument = new HashSet<>();

    void expect(String group, List<String> members) {
        members.forEach(member ->
                counts.computeIfAbsent(group, any -> new LinkedHashMap<>()).putIfAbsent(member, 0));
    }

    void expect(String group, int first, int last) {
        expect(
                group,
                IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList());
    }

    /** Records that the document is of a class. */
    void found(String group, String member) {
        if (counts.get(group).containsKey(member)) {
            inThisDocument.add(List.of(group, member));
        }
    }

    void found(boolean condition, String group, String member) {
        if (condition) {
            found(group, member);
        }
    }

    /** Counts the document once in each of its classes. */
    void endDocument() {
        inThisDocument.forEach(entry -> counts.get(entry.get(0)).merge(entry.get(1), 1, Integer::sum));
        inThisDocument.clear();
    }

    List<String> missing() {
        List<String> missing = new ArrayList<>();
        counts.forEach((group, members) -> members.forEach((member, count) -> {
            if (count == 0) {
                missing.add(group + " " + member);
            }
        }));
        return missing;
    }

    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(group -> group.getKey() + ": "
                        + group.getValue().entrySet().stream()
                                .map(member -> member.getKey() + " " + member.getValue())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }
}
