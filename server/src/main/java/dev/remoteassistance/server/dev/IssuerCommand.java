package dev.remoteassistance.server.dev;

import dev.remoteassistance.server.FailedException;
import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.config.Setting;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Publishes the key that signs development tokens, so that {@code serve} can be tried without an identity provider. */
@Command(
        name = "issuer",
        description = {
            "Publishes the key of the data directory as a key set, on this machine alone, so that serve accepts the"
                    + " tokens that the command token prints. For trials only.",
            "Prints the settings that serve needs for it; stop it with Ctrl+C."
        })
public final class IssuerCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(
            names = "--port",
            defaultValue = "8082",
            description = "Port of the key set; 0 picks a free one. Default: 8082")
    private int port;

    @Override
    public Integer call() throws Exception {
        // Checked before anything is written, so that a wrong call leaves nothing behind.
        Endpoint endpoint = DevCommand.endpoint(spec, "--port", port);
        DevIssuer issuer = data.directory().create().issuerOrNew(Clock.systemUTC());
        try (KeySetServer keys = start(endpoint, issuer)) {
            announce(keys.uri());
            // Wait until the process is asked to end.
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    private static KeySetServer start(Endpoint endpoint, DevIssuer issuer) {
        try {
            return KeySetServer.start(endpoint, issuer);
        } catch (IOException e) {
            throw new FailedException(
                    "The key set cannot be published: %s. Is another program using the port? --port chooses another; 0 picks a free one."
                            .formatted(e.getMessage()));
        }
    }

    private void announce(URI keySet) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("# Settings of serve that accept the tokens of this issuer:");
        print(out, Setting.AUTH_JWKS_URI, keySet.toString());
        print(out, Setting.AUTH_ISSUERS, DevIssuer.ISSUER.template());
        print(out, Setting.AUTH_AUDIENCES, DevIssuer.AUDIENCE);
        print(out, Setting.AUTH_ALLOWED_TENANTS, DevIssuer.DEFAULT_TENANT);
        out.flush();
    }

    private static void print(PrintWriter out, Setting setting, String value) {
        out.printf("%s=%s%n", setting.property(), value);
    }
}
