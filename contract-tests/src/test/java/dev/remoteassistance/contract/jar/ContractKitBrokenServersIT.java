package dev.remoteassistance.contract.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.remoteassistance.contract.broken.BrokenServers;
import dev.remoteassistance.contract.provider.ServerFault;
import dev.remoteassistance.contract.provider.ServerUnderTest;
import dev.remoteassistance.contract.state.CallerStates;
import dev.remoteassistance.contract.state.ProviderStates;
import dev.remoteassistance.contract.state.TestIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The runnable kit against broken servers: it prints what is wrong, and no token. */
@Tag("ci")
class ContractKitBrokenServersIT {

    /** The kit in a process, or in this JVM. */
    private interface Kit {
        RunnableJar.Result run(String... arguments) throws Exception;
    }

    private static final String STATE = ProviderStates.USER_MAY_REPORT;

    @TempDir
    Path folder;

    private Path token;
    private Path junitXml;
    private Path html;

    @BeforeEach
    void choose() {
        token = folder.resolve("token");
        junitXml = folder.resolve("reports/verification.xml");
        html = folder.resolve("reports/verification.html");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no request-id on 204 | helper-app-2021-08: a report of revision 1 | Expected a header 'request-id' but was missing",
                "callers without a token are served | mistaken-caller: a report without a token | expected status of 401 but was 204",
                "no target | mistaken-caller: a payload without an id | Actual map is missing the following keys: target",
            })
    void saysWhatIsWrong(String name, String interaction, String fault) throws Exception {
        ServerFault broken = BrokenServers.ofReports().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();

        RunnableJar.Result result = verify(broken);

        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(1);
        KitOutput output = KitOutput.read(result.out());
        assertThat(output.with("failed")).contains(interaction);
        assertThat(output.faults().get(interaction))
                .anySatisfy(line -> assertThat(line).contains(fault));
        assertReports(output);
    }

    @Test
    void findsNothingWrongWithTheSameServerUnbroken() throws Exception {
        RunnableJar.Result result = verify(ServerFault.PROXY_ALONE);

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertReports(KitOutput.read(result.out()));
    }

    @Test
    void doesNotRepeatATokenThatTheServerRepeats() throws Exception {
        HttpServer echo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        echo.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String credentials = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] body = ("{\"error\":{\"code\":\"" + credentials + "\"}}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("request-id", credentials + "\u001b[31m");
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(400, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        echo.start();
        try {
            Files.writeString(token, new CallerStates(() -> TestIssuer.SERVED_TENANT).user(CallerStates.PERMISSION));
            RunnableJar.Result result = verify(
                    RunnableJar.KIT::run,
                    "http://127.0.0.1:" + echo.getAddress().getPort());

            assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
            assertThat(result.out()).contains("Bearer [token]").doesNotContain("\u001b");
            assertReports(KitOutput.read(result.out()));
        } finally {
            echo.stop(0);
        }
    }

    private RunnableJar.Result verify(ServerFault fault) throws Exception {
        try (ServerUnderTest server = ServerUnderTest.start(folder, fault.unthrottled())) {
            server.reset();
            Map<String, Object> yielded = server.prepare(STATE, Map.of()).orElseThrow();
            Files.writeString(token, (String) yielded.get(ProviderStates.TOKEN));
            return verify(LoadedKit::run, server.root().toString());
        }
    }

    private RunnableJar.Result verify(Kit kit, String root) throws Exception {
        RunnableJar.Result result =
                kit.run("verify", "--url=" + root, "--token=" + token, "--junit-xml=" + junitXml, "--html=" + html);
        assertThat(List.of(result.out(), result.err(), Files.readString(junitXml), Files.readString(html)))
                .noneMatch(text -> text.contains(secret()));
        return result;
    }

    private String secret() {
        try {
            return Files.readString(token);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Asserts that both reports contain what was printed. */
    private void assertReports(KitOutput output) throws Exception {
        Document suites = parse(junitXml);
        assertThat(suites.getDocumentElement().getAttribute("tests"))
                .isEqualTo(String.valueOf(output.outcomes().size()));
        assertThat(suites.getElementsByTagName("testcase").getLength())
                .isEqualTo(output.outcomes().size());
        assertThat(suites.getElementsByTagName("failure").getLength())
                .isEqualTo(output.with("failed").size());
        assertThat(suites.getElementsByTagName("skipped").getLength())
                .isEqualTo(output.with("skipped").size());
        for (int i = 0; i < suites.getElementsByTagName("failure").getLength(); i++) {
            Element failure = (Element) suites.getElementsByTagName("failure").item(i);
            Element failed = (Element) failure.getParentNode();
            assertThat(failure.getTextContent().lines().map(String::strip))
                    .containsExactlyElementsOf(
                            output.faults().get(failed.getAttribute("classname") + ": " + failed.getAttribute("name")));
        }
        Document page = parse(html);
        assertThat(page.getElementsByTagName("p").item(0).getTextContent()).isEqualTo(output.summary());
        assertThat(page.getElementsByTagName("tr").getLength())
                .isEqualTo(1 + output.outcomes().size());
    }

    private static Document parse(Path file) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    }
}
