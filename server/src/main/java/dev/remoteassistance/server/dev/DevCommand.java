package dev.remoteassistance.server.dev;

import dev.remoteassistance.server.RemoteAssistanceServer;
import dev.remoteassistance.server.ServerProcess;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.page.Pages;
import dev.remoteassistance.server.report.ReportResource;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Handler;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the whole server on this machine alone, with a store and a signing key of its own. */
@Command(
        name = "dev",
        description = {
            "Runs the server for development: reachable from this machine only, with a store and a signing key of its "
                    + "own in the data directory.",
            "Prints a curl command that posts a report; stop the server with Ctrl+C."
        })
public final class DevCommand implements Callable<Integer> {

    private static final Duration TOKEN_LIFETIME = Duration.ofDays(1);

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(names = "--port", defaultValue = "8080", description = "Port of the API; 0 picks a free one. Default: 8080")
    private int port;

    @Option(
            names = "--management-port",
            defaultValue = "8081",
            description = "Port of health and metrics; 0 picks a free one. Default: 8081")
    private int managementPort;

    @Option(
            names = "--allowed-tenant",
            paramLabel = "ID",
            description = "Tenant to serve; can be repeated. Default: every tenant but that of personal accounts")
    private List<String> allowedTenants = List.of();

    @Option(
            names = "--fault",
            paramLabel = "KIND[=SECONDS]:SHARE",
            description = {
                "Faults for a share of the requests each, separated by commas: 429, 503, slow, cut (before the "
                        + "report is stored), cut-after, body (HTML in place of an answer).",
                "SECONDS are the Retry-After, or the delay of slow; 1 by default. Example: 429:0.2,slow=5:0.1"
            })
    private String faults;

    @Override
    public Integer call() throws Exception {
        // Checked before anything is written, so that a wrong call leaves nothing behind.
        Endpoint api = endpoint(spec, "--port", port);
        Endpoint management = endpoint(spec, "--management-port", managementPort);
        UnaryOperator<Handler> entrance = entrance();
        Contract contract = Contract.load();
        Clock clock = Clock.systemUTC();
        DataDirectory directory = data.directory().create();
        DevIssuer issuer = directory.issuerOrNew(clock);
        TenantPolicy tenants =
                allowedTenants.isEmpty() ? TenantPolicy.anyOrganization() : TenantPolicy.of(Set.copyOf(allowedTenants));
        RemoteAssistanceServer server = RemoteAssistanceServer.of(contract, issuer.verifier(), tenants)
                .api(api)
                .management(management)
                .store(SqlReportStore.open(StoreLocation.of(directory.storeUrl()), StoreOptions.DEFAULT, clock))
                .pages(Pages.sessions(contract, Optional.empty()).and(Pages.contract()))
                .entrance(entrance)
                .build();
        Operation operation = contract.operation(ReportResource.OPERATION);
        directory.writeSecret(
                directory.token(),
                issuer.issue(CallerKind.USER, DevIssuer.DEFAULT_TENANT, contract.leastPermissions(), TOKEN_LIFETIME));
        Files.write(directory.example(), contract.example(operation));
        ServerProcess.run(
                server, spec.commandLine().getOut(), out -> announce(server, operation, directory, out), () -> {});
        return ExitCode.OK;
    }

    private UnaryOperator<Handler> entrance() {
        if (faults == null) {
            return UnaryOperator.identity();
        }
        try {
            FaultShares shares = FaultShares.parse(faults);
            return stations -> new FaultHandler(shares, stations);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--fault: " + e.getMessage());
        }
    }

    /** Returns a port of this machine, or refuses the option that names it. */
    static Endpoint endpoint(CommandSpec command, String option, int port) {
        try {
            return Endpoint.onLoopback(port);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), option + " " + e.getMessage());
        }
    }

    private static void announce(
            RemoteAssistanceServer server, Operation operation, DataDirectory directory, PrintWriter out) {
        out.printf("Base URI for clients: %s%n", server.baseUri().resolve("/"));
        out.printf("A token, valid for a day, is in %s%n", directory.token());
        out.printf("Reports are kept in %s%n", directory.reports());
        out.printf("Sessions, for whoever has that token: %s%n", server.uri("/sessions"));
        out.printf("The contract, to read and to try: %s%n", server.uri("/docs"));
        out.printf("%nPost a report:%n%n");
        out.printf(
                "curl -i %s -H \"Authorization: Bearer $(cat %s)\" -H 'Content-Type: application/json' "
                        + "--data-binary @%s%n%n",
                server.baseUri().resolve(operation.path()), quoted(directory.token()), quoted(directory.example()));
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
