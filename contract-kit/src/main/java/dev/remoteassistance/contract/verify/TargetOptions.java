package dev.remoteassistance.contract.verify;

import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.NoVerdictException;
import dev.remoteassistance.contract.token.TokenOptions;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for the server to verify, its tokens, and the timeout. */
final class TargetOptions {

    private static final int LONGEST = 3_600;

    @Option(
            names = "--url",
            required = true,
            description = "Address of the server: what the contract's paths are appended to.")
    private String url;

    @Mixin
    private TokenOptions tokens;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for a connection, an answer, or a token command. Default: 30")
    private int timeout;

    Duration limit() {
        if (timeout < 1 || timeout > LONGEST) {
            throw new NoVerdictException("--timeout: not from 1 to " + LONGEST + " seconds");
        }
        return Duration.ofSeconds(timeout);
    }

    /**
     * Returns the server.
     *
     * @param states that tokens can be for
     */
    TargetServer server(KitCase kit, Set<String> states) {
        return new TargetServer(
                TargetAddress.read(url),
                kit.token(),
                tokens.sources(states, kit.defaultState(), limit()),
                new ReportText());
    }
}
