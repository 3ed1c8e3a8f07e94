package dev.remoteassistance.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.RemoteAssistanceSessionType;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTest {

    /** Sets the width of picocli's output. Without it, picocli uses the width of the build's terminal. */
    private static final String TERMINAL_WIDTH = "picocli.usage.width";

    private static final int SESSIONS = 2_345;
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-24T08:00:00Z");

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private SqlReportStore store;

    /** The store stays open: the command runs beside a server. */
    @BeforeEach
    void open() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setProperty(TERMINAL_WIDTH, "80");
        StoreLocation location = StoreLocation.of(StoreLocation.SQLITE + folder.resolve("reports.db"));
        store = SqlReportStore.open(location, StoreOptions.DEFAULT, Clock.systemUTC());
        Caller one = new Caller("one", CallerKind.APP, "app", null, Set.of());
        List<CompletableFuture<AppendOutcome>> outcomes = IntStream.range(0, SESSIONS)
                .mapToObj(i -> store.append(one, report(i)).toCompletableFuture())
                .collect(Collectors.toList());
        Caller other = new Caller("other", CallerKind.APP, "app", null, Set.of());
        outcomes.add(store.append(other, report(-1)).toCompletableFuture());
        outcomes.forEach(CompletableFuture::join);
    }

    @AfterEach
    void close() {
        System.setOut(console);
        System.clearProperty(TERMINAL_WIDTH);
        store.close();
    }

    private static RemoteAssistanceReporting report(int i) {
        return new RemoteAssistanceReporting()
                .id("id-" + i)
                .startDateTime(START.plusSeconds(i))
                .endDateTime(START.plusSeconds(i + 60))
                .remoteAssistanceSessionType(
                        i % 10 == 0 ? RemoteAssistanceSessionType.ELEVATION : RemoteAssistanceSessionType.VIEW_ONLY)
                .helperEmail("helper-%d@contoso.example".formatted(i % 3));
    }

    @Test
    void printsATable() {
        assertThat(run("--order-by", "Sessionstart desc", "--filter", "SessionType eq 'elevation'", "--top", "2"))
                .isZero();
        assertThat(printed()).isEqualTo("""
            Sessionstart          DateDifference  SessionT…  HelperEm…  SharerEm…  SharerDe…
            2026-11-24T08:39:00Z  60              elevation  helper-0…
            2026-11-24T08:38:50Z  60              elevation  helper-2…
            """);
        assertThat(err).hasToString("2 of 235 sessions\n");
    }

    @Test
    void printsCsvWithIntunesColumnsFirst() {
        assertThat(run("--format", "csv", "--top", "1", "--order-by", "Sessionstart"))
                .isZero();
        List<String> lines = printed().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .startsWith(
                        "Attribute,Date,DateDifference,HelperDeviceAadId,HelperDeviceName,HelperEmail,HelperFirstName,"
                                + "HelperLastName,Sessionend,SessionId,Sessionstart,SharerDeviceAadId,SharerDeviceName,SharerDeviceOS,"
                                + "SharerDeviceSerialNumber,SharerEmail,SharerFirstName,SharerLastName,SessionType,");
        assertThat(lines.get(1))
                .startsWith(
                        "elevation,2026-11-24T00:00:00Z,60,,,helper-0@contoso.example,,,2026-11-24T08:01:00Z,id-0,");
    }

    @Test
    void printsJsonLines() throws Exception {
        assertThat(run(
                        "--format",
                        "json",
                        "--select",
                        "SessionId,HelperEmail,SharerEmail",
                        "--search",
                        "HELPER-2@",
                        "--top",
                        "1"))
                .isZero();
        assertThat(new JsonMapper().readTree(printed()).fieldNames())
                .toIterable()
                .containsExactly("SessionId", "HelperEmail", "SharerEmail");
    }

    /** More than three pages, of which each begins where the one before ended. */
    @Test
    void printsAllInTheirOrder() {
        assertThat(run(
                        "--format",
                        "csv",
                        "--select",
                        "SessionId",
                        "--order-by",
                        "HelperEmail,Sessionstart desc",
                        "--all"))
                .isZero();
        List<String> expected = IntStream.range(0, 3)
                .boxed()
                .flatMap(helper -> IntStream.iterate(SESSIONS - 1, i -> i >= 0, i -> i - 1)
                        .filter(i -> i % 3 == helper)
                        .mapToObj(i -> "id-" + i))
                .collect(Collectors.toList());
        expected.add(0, "SessionId");
        assertThat(printed().lines().toList()).isEqualTo(expected);
    }

    @Test
    void saysWhichOptionIsWrong() {
        assertThat(run("--filter", "HelperEmail like 'x'")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString().lines().findFirst())
                .hasValue("Invalid value for option '--filter': at character 13:"
                        + " expected 'eq', 'ne', 'gt', 'ge', 'lt', 'le'");
        err.getBuffer().setLength(0);
        assertThat(run("--order-by", "Sessionstart,Helper")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString().lines().findFirst())
                .hasValue("Invalid value for option '--order-by': must be a column, written as the schema writes it");
        assertThat(run("--top", "1001")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run("--top", "5", "--all")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(printed()).isEmpty();
    }

    @Test
    void failsWhenNobodyReads() {
        System.setOut(new PrintStream(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        }));
        assertThat(run("--format", "json", "--all")).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(err).hasToString("The sessions cannot be written.\n");
    }

    private int run(String... options) {
        String[] arguments = Stream.concat(
                        Stream.of("report", "--data", folder.toString(), "--tenant", "ONE"), Stream.of(options))
                .toArray(String[]::new);
        return ServerCommand.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
