package dev.remoteassistance.contract.source;

import dev.remoteassistance.contract.option.NoVerdictException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads commits and files of a Git repository, with or without a working tree. */
final class GitRepository {

    /** Stands for the commit at which this branch left the main branch. */
    static final String MERGE_BASE = "merge-base";

    private static final List<String> MAIN_BRANCHES = List.of("origin/HEAD", "origin/main", "origin/master");

    private final GitCommand git;

    private GitRepository(GitCommand git) {
        this.git = git;
    }

    /**
     * Opens the repository that a folder is in.
     *
     * @throws NoVerdictException if it is in none, or there is no {@code git}
     */
    static GitRepository of(Path folder) {
        GitCommand git = new GitCommand(folder);
        if (git.run("rev-parse", "--git-dir").isEmpty()) {
            throw new NoVerdictException(folder + " is in no Git repository that can be read");
        }
        return new GitRepository(git);
    }

    /** Returns the path of the folder from the root of the working tree, empty or with a slash at its end. */
    String prefix() {
        return git.line("rev-parse", "--show-prefix").orElse("");
    }

    /**
     * Returns the commit that a name stands for.
     *
     * @param name branch, tag, commit, anything that {@code git rev-parse} knows, or {@link #MERGE_BASE}
     * @throws NoVerdictException if there is none, with the command that may fetch it
     */
    String commit(String name) {
        return name.equals(MERGE_BASE)
                ? mergeBase()
                : resolve(name).orElseThrow(() -> new NoVerdictException(missing(name)));
    }

    /** Returns the bytes of a file in a commit; empty if it has no such file. */
    Optional<byte[]> file(String commit, String path) {
        return git.run("cat-file", "blob", commit + ":" + path);
    }

    private Optional<String> resolve(String name) {
        // Git would take a name with a leading hyphen for an option; no commit has such a name.
        return name.startsWith("-")
                ? Optional.empty()
                : git.line("rev-parse", "--verify", "--quiet", name + "^{commit}");
    }

    private String mergeBase() {
        String main = MAIN_BRANCHES.stream()
                .filter(name -> resolve(name).isPresent())
                .findFirst()
                .orElseThrow(() -> new NoVerdictException("none of the branches " + String.join(", ", MAIN_BRANCHES)
                        + " is known here, of which " + MERGE_BASE + " could be told"
                        + whatToFetch("git fetch origin main:refs/remotes/origin/main")));
        return git.line("merge-base", "HEAD", main)
                .orElseThrow(() -> new NoVerdictException(
                        "HEAD and " + main + " have no commit in common here" + whatToFetch("git fetch origin")));
    }

    private String missing(String name) {
        return "'" + name + "' is neither a file nor a commit that is known here"
                + whatToFetch("git fetch --tags origin");
    }

    private String whatToFetch(String command) {
        if (git.line("rev-parse", "--is-shallow-repository")
                .filter("true"::equals)
                .isPresent()) {
            return "; this clone is shallow: run git fetch --unshallow --tags origin";
        }
        return git.line("remote").filter(remotes -> !remotes.isEmpty()).isPresent() ? ": run " + command : "";
    }
}
