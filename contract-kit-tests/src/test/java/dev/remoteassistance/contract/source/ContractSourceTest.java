package dev.remoteassistance.contract.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.contract.option.NoVerdictException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads earlier versions of a contract from real repositories. */
class ContractSourceTest {

    private static final String FIRST = "openapi: 3.0.3\ninfo: {title: first}\n";
    private static final String SECOND = "openapi: 3.0.3\ninfo: {title: second}\n";

    @TempDir
    Path folder;

    private GitFixture origin;
    private Path file;

    @BeforeEach
    void commitTwoVersions() throws IOException {
        origin = GitFixture.init(folder.resolve("origin")).commit("api/contract.yaml", FIRST);
        origin.run("tag", "v1");
        origin.commit("api/contract.yaml", SECOND);
        file = origin.folder().resolve("api/contract.yaml");
    }

    @Test
    void readsTheSamePathOfACommit() throws IOException {
        for (String name : new String[] {"v1", "HEAD~1", "main~1", origin.run("rev-parse", "--short", "v1")}) {
            ContractSource earlier = ContractSource.of(file.toString()).earlier(name);

            assertThat(earlier.file()).hasContent(FIRST);
            assertThat(earlier.name()).isEqualTo(name + ":api/contract.yaml");
            assertThat(earlier.label() + earlier.pathOf(earlier.file())).isEqualTo(name + ":api/contract.yaml");
        }
    }

    @Test
    void aFileComesBeforeACommit() throws IOException {
        Path other = Files.writeString(folder.resolve("other.yaml"), SECOND);

        assertThat(ContractSource.of(file.toString()).earlier(other.toString()).file())
                .isEqualTo(other);
    }

    @Test
    void findsWhereTheBranchLeftMain() throws IOException {
        GitFixture clone = GitFixture.clone(origin, folder.resolve("clone"));
        clone.run("switch", "--quiet", "--create", "feature", "v1");
        clone.commit("api/contract.yaml", "openapi: 3.0.3\n");
        origin.commit("api/contract.yaml", "openapi: 3.0.3\ninfo: {title: later}\n");
        clone.run("fetch", "--quiet");

        ContractSource earlier = ContractSource.of(
                        clone.folder().resolve("api/contract.yaml").toString())
                .earlier("merge-base");

        assertThat(earlier.file()).hasContent(FIRST);
    }

    @Test
    void readsFilesThatTheContractRefersTo() throws IOException {
        String contract = "paths: {$ref: '../shared/paths.yaml#/paths'}\n";
        String paths = "paths: {/a: {$ref: nested/a.yaml}, /b: {$ref: ../../outside.yaml}}\n";
        origin.write("shared/nested/a.yaml", "get: {}\n");
        origin.write("shared/paths.yaml", paths);
        origin.commit("api/contract.yaml", contract);
        Files.writeString(folder.resolve("outside.yaml"), "get: {}\n");

        ContractSource now = ContractSource.of(file.toString()).earlier("HEAD");

        assertThat(now.file()).hasContent(contract);
        assertThat(now.root().resolve("shared/paths.yaml")).hasContent(paths);
        assertThat(now.root().resolve("shared/nested/a.yaml")).hasContent("get: {}\n");
        assertThat(now.root().resolveSibling("outside.yaml")).doesNotExist();
        assertThat(now.pathOf(now.root().resolve("shared/nested/a.yaml"))).isEqualTo("shared/nested/a.yaml");
    }

    @Test
    void readsABareClone() {
        GitFixture bare = GitFixture.clone(origin, folder.resolve("bare"), "--bare");

        assertThat(GitContract.checkedOut(bare.folder(), "v1", "api/contract.yaml")
                        .file())
                .hasContent(FIRST);
    }

    @Test
    void saysWhatToFetchInAShallowClone() {
        GitFixture shallow = GitFixture.clone(origin, folder.resolve("shallow"), "--depth=1");
        ContractSource contract =
                ContractSource.of(shallow.folder().resolve("api/contract.yaml").toString());

        assertThat(contract.earlier("HEAD").file()).hasContent(SECOND);
        assertThatThrownBy(() -> contract.earlier("HEAD~1"))
                .isInstanceOf(NoVerdictException.class)
                .hasMessage("'HEAD~1' is neither a file nor a commit that is known here; this clone is shallow: "
                        + "run git fetch --unshallow --tags origin");
        shallow.run("fetch", "--quiet", "--unshallow", "--tags", "origin");
        assertThat(contract.earlier("HEAD~1").file()).hasContent(FIRST);
    }

    @Test
    void saysWhyThereIsNoEarlierVersion() throws IOException {
        ContractSource contract = ContractSource.of(file.toString());
        Path alone =
                Files.writeString(Files.createDirectory(folder.resolve("alone")).resolve("contract.yaml"), FIRST);

        assertThatThrownBy(() -> contract.earlier("nowhere"))
                .hasMessage("'nowhere' is neither a file nor a commit that is known here");
        assertThatThrownBy(() -> contract.earlier("--help"))
                .hasMessage("'--help' is neither a file nor a commit that is known here");
        assertThatThrownBy(() -> contract.earlier("merge-base"))
                .hasMessage("none of the branches origin/HEAD, origin/main, origin/master is known here, of which "
                        + "merge-base could be told");
        assertThatThrownBy(
                        () -> ContractSource.of(origin.write("new.yaml", FIRST).toString())
                                .earlier("v1"))
                .hasMessage("the commit v1 has no file new.yaml");
        assertThatThrownBy(() -> ContractSource.of(alone.toString()).earlier("v1"))
                .hasMessage(alone.getParent() + " is in no Git repository that can be read");
        assertThatThrownBy(() -> ContractSource.of("nowhere.yaml")).hasMessage("no such file: nowhere.yaml");
    }
}
