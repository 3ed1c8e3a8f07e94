package dev.remoteassistance.server.dev;

import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.contract.Contract;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints an access token that the development server accepts. */
@Command(
        name = "token",
        description = "Prints an access token for the development server of the same data directory, and nothing else.")
public final class TokenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(
            names = "--kind",
            defaultValue = "user",
            paramLabel = "user|app",
            description = "Whose token: of a user (scp) or of an application (roles). Default: user")
    private CallerKind kind;

    @Option(
            names = "--tenant",
            paramLabel = "ID",
            defaultValue = DevIssuer.DEFAULT_TENANT,
            description = "Tenant of the account. Default: " + DevIssuer.DEFAULT_TENANT)
    private String tenant;

    @Option(
            names = "--permission",
            paramLabel = "NAME",
            description =
                    "Permission to put into the token; can be repeated. Default: the least that each operation needs")
    private List<String> permissions = List.of();

    @Option(
            names = "--expires-in",
            paramLabel = "DURATION",
            defaultValue = "PT1H",
            description = "Lifetime in ISO 8601, negative for a token that has expired. Default: PT1H")
    private Duration lifetime;

    @Override
    public Integer call() throws Exception {
        List<String> granted = permissions.isEmpty() ? Contract.load().leastPermissions() : permissions;
        String token = data.directory().issuer(Clock.systemUTC()).issue(kind, tenant, granted, lifetime);
        PrintWriter out = spec.commandLine().getOut();
        out.println(token);
        out.flush();
        return ExitCode.OK;
    }
}
