package dev.remoteassistance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.guide.MarkdownPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kit's public API is what its page lists: what other modules use, and no more. */
class KitLibraryTest {

    private static final String SOURCES = "../contract-kit/src/main/java/";
    private static final Path KIT = MarkdownPage.ROOT.resolve("contract-kit/src/main/java");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(dev\\.remoteassistance\\.contract\\.[a-z.]+\\.[A-Z]\\w*)");

    /** Those whose tests are about the kit's insides, and the kit itself. */
    private static final List<String> INSIDE = List.of("contract-kit", "contract-kit-tests");

    @Test
    void thePageListsTheClassesThatOtherModulesUse() throws IOException {
        List<String> listed = MarkdownPage.at("docs/kit-library.md").links().stream()
                .filter(link -> link.startsWith(SOURCES) && link.endsWith(".java"))
                .map(link -> link.substring(SOURCES.length()))
                .toList();
        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(used());
    }

    private static List<String> used() throws IOException {
        List<String> used = new ArrayList<>();
        for (Path module : children(MarkdownPage.ROOT)) {
            Path sources = module.resolve("src");
            if (Files.isDirectory(sources)
                    && !INSIDE.contains(module.getFileName().toString())) {
                try (Stream<Path> files = Files.walk(sources)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                            .toList()) {
                        used.addAll(importedBy(file));
                    }
                }
            }
        }
        return used.stream().distinct().toList();
    }

    private static List<String> importedBy(Path file) throws IOException {
        return IMPORT.matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1).replace('.', '/') + ".java")
                .filter(name -> Files.exists(KIT.resolve(name)))
                .toList();
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
