package dev.remoteassistance.contract.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownPageTest {

    @TempDir
    Path folder;

    @Test
    void findsLinksButNotInCode() throws IOException {
        MarkdownPage page = page("""
                A [file](one.md), `[code](two.md)` and [a heading](#here).
                ```sh
                echo [shown](three.md)
                ```
                """);

        assertThat(page.links()).containsExactly("one.md", "#here");
        assertThat(page.resolve("one.md#here")).isEqualTo(folder.resolve("one.md"));
        assertThat(page.resolve("#here")).isEqualTo(folder.resolve("page.md"));
    }

    @Test
    void namesHeadingsAsGitHubDoes() throws IOException {
        MarkdownPage page = page("""
                # 7. The `key`, and [its](x.md) use
                ## Twice
                ## Twice
                ```sh
                # no heading
                ```
                """);

        assertThat(page.anchors()).containsExactlyInAnyOrder("7-the-key-and-its-use", "twice", "twice-1");
    }

    @Test
    void readsTablesAndCode() throws IOException {
        MarkdownPage page = page("""
                | a | b |
                |---|---|
                | 1 | `x` |
                | 2 | |

                ```java
                int i;
                ```
                """);

        assertThat(page.table("| a | b |")).containsExactly(List.of("1", "`x`"), List.of("2", ""));
        assertThat(page.code("java")).containsExactly("int i;\n");
        assertThat(page.code("sh")).isEmpty();
        assertThatThrownBy(() -> page.table("| c |")).hasMessageContaining("has not one table");
    }

    private MarkdownPage page(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("page.md"), text);
        return MarkdownPage.at(file.toString());
    }
}
