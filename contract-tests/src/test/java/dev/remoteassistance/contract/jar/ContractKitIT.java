package dev.remoteassistance.contract.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.provider.VerifiedPacts;
import dev.remoteassistance.contract.state.ProviderStates;
import dev.remoteassistance.contract.state.TestIssuer;
import dev.remoteassistance.server.dev.DevIssuer;
import dev.remoteassistance.server.dev.TokenCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The runnable kit against a process of the runnable server: they share only an address and tokens. */
class ContractKitIT {

    /** States that the development server cannot be brought into from outside, with the tokens that it issues. */
    private static final Set<String> OUT_OF_REACH = Set.of(
            ProviderStates.ROLES_OF_A_USER,
            ProviderStates.TOKEN_OF_ANOTHER_AUDIENCE,
            ProviderStates.TOKEN_OF_A_STRANGER,
            ProviderStates.USER_HAS_REPORTED,
            ProviderStates.TENANT_HAS_SESSIONS,
            ProviderStates.TENANT_IS_THROTTLED,
            ProviderStates.STORE_IS_DOWN,
            ProviderStates.SERVER_HAS_A_FAULT);

    @TempDir
    static Path folder;

    private static Path data;
    private static Process server;
    private static String root;

    @BeforeAll
    static void start() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        // Without this file the server would first make a key, which takes two seconds.
        Files.writeString(data.resolve("dev-key.json"), TestIssuer.trustedKey());
        server = RunnableJar.SERVER.start(List.of(
                "dev",
                "--port=0",
                "--management-port=0",
                "--allowed-tenant=" + DevIssuer.DEFAULT_TENANT,
                "--data=" + data));
        root = RunnableJar.awaitLine(server, "Base URI for clients: ");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            RunnableJar.stop(server);
        }
    }

    @Test
    void passesWhereTheServerCanBePutIntoTheState() throws Exception {
        List<String> expected = names(interaction -> interaction.http().isPresent()
                && interaction.interaction().getProviderStates().stream()
                        .noneMatch(state -> OUT_OF_REACH.contains(state.getName())));

        RunnableJar.Result result = RunnableJar.KIT.run(
                "verify",
                "--url=" + root,
                "--token=" + token("may-report"),
                "--token=" + ProviderStates.USER_LACKS_PERMISSION + "="
                        + token("lacks-permission", "--permission=User.Read"),
                "--token=" + ProviderStates.TENANT_IS_NOT_SERVED + "="
                        + token("another-tenant", "--tenant=" + TestIssuer.UNSERVED_TENANT),
                "--token=" + ProviderStates.TOKEN_HAS_EXPIRED + "=" + token("has-expired", "--expires-in=-PT5M"),
                "--token-command=" + ProviderStates.APP_MAY_REPORT + "=" + onceByTheServer("--kind app"),
                "--token-command=" + ProviderStates.USER_WITH_PERMISSION + "=" + byPermission("user"),
                "--token-command=" + ProviderStates.APP_WITH_PERMISSION + "=" + byPermission("app"),
                "--token-command=" + ProviderStates.USER_HAS_REPORTED
                        + "=test \"$report\" = '{\"helperOs\":\"Windows 10\",\"id\":\"a\"}' && exit 77");

        assertThat(result.err()).isEmpty();
        KitOutput output = KitOutput.read(result.out());
        assertThat(output.with("passed")).containsExactlyElementsOf(expected);
        assertThat(output.with("failed")).isEmpty();
        assertThat(output.with("skipped"))
                .hasSize(VerifiedPacts.IN_FOLDER.size() - expected.size())
                .allSatisfy(name -> assertThat(output.faults().get(name))
                        .singleElement()
                        .asString()
                        .matches("(needs the state: .+|is a message.*)"));
        assertThat(output.summary())
                .isEqualTo("%d interactions: %d passed, 0 failed, %d skipped"
                        .formatted(
                                VerifiedPacts.IN_FOLDER.size(),
                                expected.size(),
                                VerifiedPacts.IN_FOLDER.size() - expected.size()));
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void verifiesOneConsumerFromFilesOfItsOwn() throws Exception {
        RunnableJar.Result result = LoadedKit.run(
                "verify",
                "--url=" + root,
                "--token=" + data.resolve("dev-token"),
                "--consumer=hand-written-caller",
                "--pacts=" + System.getProperty("pact.rootDir"),
                "--contract=" + VerifiedPacts.CONTRACT);

        assertThat(KitOutput.read(result.out()).outcomes().keySet())
                .containsExactlyElementsOf(
                        names(interaction -> interaction.consumer().equals("hand-written-caller")));
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    @Test
    void saysThatNothingWasVerifiedWithoutTokens() throws Exception {
        RunnableJar.Result result = LoadedKit.run("verify", "--url=" + root);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .isEqualToIgnoringNewLines("nothing was verified, since all was skipped: is there a --token?");
        assertThat(KitOutput.read(result.out()).with("skipped")).hasSameSizeAs(VerifiedPacts.IN_FOLDER);
    }

    @Test
    void endsWithATokenCommandThatFails() throws Exception {
        RunnableJar.Result result =
                RunnableJar.KIT.run("verify", "--url=" + root, "--token-command=echo why >&2; exit 3");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines())
                .containsExactly("why", "the token command for the state 'a user may report' exited with 3");
    }

    /** Writes a token by the server's command, in this process: a process for each would take most of the test's time. */
    private static Path token(String name, String... options) throws IOException {
        StringWriter out = new StringWriter();
        int exitCode = new CommandLine(new TokenCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .execute(Stream.concat(Stream.of("--data=" + data), Stream.of(options))
                        .toArray(String[]::new));
        assertThat(exitCode).isZero();
        assertThat(out.toString()).isNotBlank();
        return Files.writeString(folder.resolve(name), out.toString());
    }

    /** The command that has the server make a token when it runs first. */
    private static String onceByTheServer(String options) {
        return "file='%s'; { test -s \"$file\" || %s > \"$file\"; } && cat \"$file\""
                .formatted(
                        folder.resolve("by-the-server"),
                        RunnableJar.SERVER.command("token --data '" + data + "' " + options));
    }

    /** The command for a token with the permission that the kit names. */
    private static String byPermission(String kind) throws IOException {
        for (String permission : permissions()) {
            token(kind + "-" + permission, "--kind=" + kind, "--permission=" + permission);
        }
        return "cat '" + folder.resolve(kind) + "'-\"$permission\"";
    }

    private static Set<String> permissions() {
        return VerifiedPacts.IN_FOLDER.stream()
                .flatMap(interaction -> interaction.interaction().getProviderStates().stream())
                .filter(state -> state.getParams().containsKey(ProviderStates.PERMISSION))
                .map(state -> (String) state.getParams().get(ProviderStates.PERMISSION))
                .collect(Collectors.toSet());
    }

    private static List<String> names(Predicate<ConsumerInteraction> condition) {
        Stream<ConsumerInteraction> interactions = VerifiedPacts.IN_FOLDER.stream();
        return interactions
                .filter(condition)
                .map(ConsumerInteraction::name)
                .sorted()
                .toList();
    }
}
