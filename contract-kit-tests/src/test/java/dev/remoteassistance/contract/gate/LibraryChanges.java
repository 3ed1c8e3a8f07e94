package dev.remoteassistance.contract.gate;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.remoteassistance.contract.CaseTable;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A contract that has nothing to do with this API, with changes of it that break a promise and others that break none. */
final class LibraryChanges {

    static final Path CONTRACT = Path.of("src/test/resources/second-contract/library-loans.yaml");

    private LibraryChanges() {}

    /** Returns edits, each with a place and a rule that is broken there. */
    static Stream<Arguments> breaks() {
        return CaseTable.rows(CONTRACT.resolveSibling("breaks.tsv"))
                .map(row -> arguments(edit(row.subList(2, row.size())), row.get(0), row.get(1)));
    }

    /** Returns edits, each after a few words on what it changes. */
    static Stream<Arguments> allowed() {
        return CaseTable.rows(CONTRACT.resolveSibling("allowed.tsv"))
                .map(row -> arguments(row.get(0), edit(row.subList(1, row.size()))));
    }

    private static ContractEdit edit(List<String> steps) {
        return steps.stream()
                .map(LibraryChanges::step)
                .reduce(ContractEdit::and)
                .orElseThrow();
    }

    private static ContractEdit step(String text) {
        String[] words = text.split(" ", 3);
        return switch (words[0]) {
            case "set" -> ContractEdit.set(words[1], words[2]);
            case "rename" -> ContractEdit.rename(words[1], words[2]);
            case "drop" -> ContractEdit.drop(words[1]);
            default -> throw new IllegalArgumentException(text);
        };
    }
}
