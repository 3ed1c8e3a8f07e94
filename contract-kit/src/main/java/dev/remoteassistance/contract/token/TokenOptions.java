package dev.remoteassistance.contract.token;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options for the access tokens of provider states. */
public final class TokenOptions {

    @Option(
            names = "--token",
            paramLabel = "[STATE=]FILE",
            description = "File with an access token for a provider state; can be repeated. Default state: "
                    + "'${bundle:default-state}'")
    private List<String> files = List.of();

    @Option(
            names = "--token-command",
            paramLabel = "[STATE=]COMMAND",
            description = {
                "Shell command that prints an access token for a provider state, and may bring the server into that "
                        + "state; can be repeated. It runs for each interaction that needs the state, with the state's "
                        + "parameters as environment variables (what is no text, as JSON). Exit code "
                        + TokenCommand.CANNOT + " says that the state is not possible, and skips the interaction; any "
                        + "other but 0 ends the run."
            })
    private List<String> commands = List.of();

    /**
     * Returns the token sources that the options define.
     *
     * @param states the provider states that the pacts name
     * @param defaultState state of an option without {@code STATE=}; empty if each option must name its state
     * @param timeout how long a token command may take
     */
    public TokenSources sources(Set<String> states, String defaultState, Duration timeout) {
        TokenSources sources = new TokenSources(states, defaultState);
        files.forEach(file -> sources.add(file, (state, path) -> TokenSource.file(Path.of(path))));
        commands.forEach(command -> sources.add(command, (state, line) -> new TokenCommand(state, line, timeout)));
        return sources;
    }
}
