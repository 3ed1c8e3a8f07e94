package dev.remoteassistance.contract.verify;

import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.NoVerdictException;
import dev.remoteassistance.contract.token.TokenOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
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
                address(url), kit.token(), tokens.sources(states, kit.defaultState(), limit()), new ReportText());
    }

    /** Reads an address that paths can be appended to. */
    private static URI address(String text) {
        try {
            URI address = new URI(text.replaceFirst("/*$", "/"));
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw new NoVerdictException("--url: neither http nor https");
            }
            if (address.getHost() == null) {
                throw new NoVerdictException("--url: no host");
            }
            // The message does not quote these parts, because they may contain a password.
            if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
                throw new NoVerdictException("--url: more than scheme, host, port and path");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new NoVerdictException("--url: not an address");
        }
    }
}
