package dev.remoteassistance.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.PersonalData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    private static final Instant ARRIVAL = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    Path folder;

    private StoreBesideCommands store;

    @BeforeEach
    void open() {
        store = new StoreBesideCommands(folder);
    }

    @Test
    void printsALineForEachReport() {
        store.store(ARRIVAL, "a");
        assertThat(store.run("export"))
                .isEqualTo(
                        "{\"sequence\":1,\"tenantId\":\"tenant\",\"id\":\"a\",\"receivedAt\":\"2026-11-24T08:00:00.000000Z\","
                                + "\"current\":true,\"appId\":\"app\",\"userId\":\"user\",\"payload\":{\"id\":\"a\"}}\n");
    }

    @Test
    void printsWhatArrivedAtATimeOrLater() {
        store.store(ARRIVAL.minusNanos(1_000), "before");
        store.store(ARRIVAL, "exactly");
        store.store(ARRIVAL.plusSeconds(1), "after");

        assertThat(sequences("--since", "2026-11-24T09:00:00+01:00")).containsExactly(2L, 3L);
        assertThat(sequences("--since", "2026-11-24")).containsExactly(1L, 2L, 3L);
        assertThat(sequences("--since", "2026-11-25")).isEmpty();
        assertThat(sequences("--since", "+12026-01-01")).isEmpty();
    }

    @Test
    void printsWhatArrivedBeforeATime() {
        store.store(ARRIVAL, "a");
        store.store(ARRIVAL.plusSeconds(1), "b");

        assertThat(sequences("--until", "2026-11-24T08:00:01Z")).containsExactly(1L);
        assertThat(sequences("--until", "2026-11-25")).containsExactly(1L, 2L);
        assertThat(sequences("--until", "2026-11-24")).isEmpty();
        assertThat(sequences("--until", "+12026-01-01")).containsExactly(1L, 2L);
    }

    @Test
    void printsTheNewestOfEachId() {
        store.store(ARRIVAL, "a");
        store.store(ARRIVAL, "b");
        store.store(ARRIVAL, Stream.of(new RemoteAssistanceReporting().id("a").helperOs("newer")));

        assertThat(sequences("--current")).containsExactly(2L, 3L);
    }

    @Test
    void printsATable() throws IOException {
        store.store(
                ARRIVAL,
                Stream.of(
                        JsonPolicy.newMapper()
                                .readValue(PersonalData.REPORT, ReportRemoteAssistanceRequest.class)
                                .getReportingPayload(),
                        new RemoteAssistanceReporting()
                                .id("=1+1")
                                .helperFirstName("a \"b\", c")
                                .sharerFirstName("@home")
                                .putAdditionalProperty("later", List.of(1, "x"))));

        assertThat(store.run("export", "--format", "csv"))
                .isEqualTo(String.join(
                        "\r\n",
                        "Attribute,Date,DateDifference,HelperDeviceAadId,HelperDeviceName,HelperEmail,HelperFirstName,"
                                + "HelperLastName,Sessionend,SessionId,Sessionstart,SharerDeviceAadId,SharerDeviceName,"
                                + "SharerDeviceOS,SharerDeviceSerialNumber,SharerEmail,SharerFirstName,SharerLastName,"
                                + "Sequence,TenantId,ReceivedAt,Current,AppId,UserId,"
                                + "'@odata.type,helperTenantId,helperUserId,helperOs,deviceId,helperEnrollmentState,"
                                + "sharerTenantId,sharerUserId,sharerEnrollmentState,helperCompanyName,"
                                + "sessionCreateDateTime,sessionDiagnosticCode,Undeclared",
                        "fullControl,2017-01-01,284,Helper Device Aad Id value,Helper Device Name value,"
                                + "Helper Email value,Helper First Name value,Helper Last Name value,"
                                + "2017-01-01T00:03:30.9241974-08:00,Id value,2016-12-31T23:58:46.7156189-08:00,"
                                + "Sharer Device Aad Id value,Sharer Device Name value,Sharer Os value,"
                                + "Sharer Device Serial Number value,Sharer Email value,Sharer First Name value,"
                                + "Sharer Last Name value,1,tenant,2026-11-24T08:00:00.000000Z,true,app,user,"
                                + "microsoft.graph.remoteAssistanceReporting,Helper Tenant Id value,"
                                + "Helper User Id value,Helper Os value,Device Id value,enrolled,"
                                + "Sharer Tenant Id value,Sharer User Id value,enrolled,Helper Company Name value,"
                                + "2016-12-31T23:59:28.4529247-08:00,Session Diagnostic Code value,",
                        ",,,,,,\"a \"\"b\"\", c\",,,'=1+1,,,,,,,'@home,,2,tenant,2026-11-24T08:00:00.000000Z,true,app,user,"
                                + ",,,,,,,,,,,,\"{\"\"later\"\":[1,\"\"x\"\"]}\"",
                        ""));
    }

    @Test
    void goesOnBehindTheLastLine() {
        store.store(ARRIVAL, IntStream.range(0, 5).mapToObj(i -> new RemoteAssistanceReporting().id("id-" + i)));

        assertThat(sequences("--after", "3")).containsExactly(4L, 5L);
        assertThat(sequences("--after", "5")).isEmpty();
    }

    private List<Long> sequences(String... options) {
        return store.run(Stream.concat(Stream.of("export"), Stream.of(options)).toArray(String[]::new))
                .lines()
                .map(line -> Long.parseLong(line.replaceFirst("\\{\"sequence\":(\\d+),.*", "$1")))
                .toList();
    }

    /** The same as {@code export | head -1}. */
    @Test
    void endsWhenNobodyReadsOn() {
        store.store(ARRIVAL, IntStream.range(0, 5_000).mapToObj(i -> new RemoteAssistanceReporting().id("id-" + i)));
        AtomicInteger writes = new AtomicInteger();

        assertThat(store.run(new ClosedPipe(writes), "export")).isEqualTo(1);

        assertThat(writes).hasValue(1);
    }

    private static final class ClosedPipe extends OutputStream {

        private final AtomicInteger writes;

        ClosedPipe(AtomicInteger writes) {
            this.writes = writes;
        }

        @Override
        public void write(int character) throws IOException {
            write(new byte[1], 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            writes.incrementAndGet();
            throw new IOException("Broken pipe");
        }
    }
}
