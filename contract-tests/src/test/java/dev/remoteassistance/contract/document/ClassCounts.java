package dev.remoteassistance.contract.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts the documents in which each class of a group occurs. Only expected classes are counted, from zero. */
final class ClassCounts {

    private final Map<String, Map<String, Count>> counts = new LinkedHashMap<>();
    private int document = 1;

    /** The number of documents in a class, and the last of them. */
    private static final class Count {

        private int documents;
        private int last;
    }

    void expect(String group, List<String> members) {
        members.forEach(member ->
                counts.computeIfAbsent(group, any -> new LinkedHashMap<>()).putIfAbsent(member, new Count()));
    }

    void expect(String group, int first, int last) {
        expect(
                group,
                IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList());
    }

    /** Counts the document once in a class. */
    void found(String group, String member) {
        Count count = counts.get(group).get(member);
        if (count != null && count.last != document) {
            count.last = document;
            count.documents++;
        }
    }

    void found(boolean condition, String group, String member) {
        if (condition) {
            found(group, member);
        }
    }

    void endDocument() {
        document++;
    }

    List<String> missing() {
        List<String> missing = new ArrayList<>();
        counts.forEach((group, members) -> members.forEach((member, count) -> {
            if (count.documents == 0) {
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
                                .map(member -> member.getKey() + " " + member.getValue().documents)
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }
}
