package dev.remoteassistance.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.RemoteAssistanceSessionType;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The sessions that the tests of the page see. */
final class Sessions {

    /** So many that a download needs two pages. */
    static final int COUNT = 1_010;

    /** How many of them have a start. */
    static final int STARTED = COUNT - 5;

    /** The session that the page shows first. It has been reported three times; most others have been reported once. */
    static final int AMENDED = 1_002;

    /** A session that has been reported 60 times, which is more than the page shows. */
    static final int OFTEN_AMENDED = 5;

    /** A session whose earlier reports are too large for a page of a history with another one. */
    static final int LARGE = 7;

    /** Some sessions start at the same time; a page of the download ends between two of them. */
    private static final int AT_THE_SAME_TIME = 3;

    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-11-02T08:00:00Z");
    private static final Duration BETWEEN = Duration.ofMinutes(97);

    private static final List<String> TYPES = List.of("fullControl", "viewOnly", "fullControl", "elevation");
    private static final List<String> HELPERS = List.of("ada", "grace", "ada", "linus", "ada", "grace");

    private static final JsonMapper JSON = JsonPolicy.newMapper();

    private Sessions() {}

    /** Writes all sessions of a tenant to the server's store, which is faster than to report them. */
    static void storeAt(RunningServer server) {
        Caller caller = new Caller(RunningServer.TENANT, CallerKind.USER, "app", "user", Set.of());
        try (ReportStore store =
                SqlReportStore.open(StoreLocation.of(server.storeUrl()), StoreOptions.DEFAULT, Clock.systemUTC())) {
            amended(store, caller);
            List<CompletableFuture<AppendOutcome>> outcomes = IntStream.range(0, COUNT)
                    .mapToObj(number -> store.append(caller, report(number)).toCompletableFuture())
                    .toList();
            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.join()).isEqualTo(AppendOutcome.STORED));
        }
    }

    /** Stores what was reported of sessions at first. */
    private static void amended(ReportStore store, Caller caller) {
        Caller daemon = new Caller(RunningServer.TENANT, CallerKind.APP, "daemon", null, Set.of());
        RemoteAssistanceReporting first = report(AMENDED)
                .remoteAssistanceSessionType(RemoteAssistanceSessionType.VIEW_ONLY)
                .sharerEmail(null);
        store.append(daemon, first).toCompletableFuture().join();
        store.append(caller, report(AMENDED).helperFirstName("Ada"))
                .toCompletableFuture()
                .join();
        for (String note : List.of("a", "b")) {
            store.append(caller, report(LARGE).putAdditionalProperty("notes", note.repeat(2 << 20)))
                    .toCompletableFuture()
                    .join();
        }
        for (int version = 1; version < 60; version++) {
            store.append(caller, report(OFTEN_AMENDED).sharerOs("Windows 11." + version))
                    .toCompletableFuture()
                    .join();
        }
    }

    static String id(int number) {
        return "session-%04d".formatted(number);
    }

    static String type(int number) {
        return TYPES.get(number % TYPES.size());
    }

    static String helper(int number) {
        return HELPERS.get(number % HELPERS.size()) + "@contoso.example";
    }

    /** Returns the start of a session; the last ones have none. */
    static OffsetDateTime start(int number) {
        return FIRST.plus(BETWEEN.multipliedBy(number / AT_THE_SAME_TIME));
    }

    /** Returns the length of a session. */
    static int seconds(int number) {
        return 60 + number * 37 % 3600;
    }

    /** Returns the sessions that start on a day of November. */
    static IntStream of(int day) {
        return IntStream.range(0, STARTED)
                .filter(number -> start(number).getDayOfYear()
                        == FIRST.withDayOfMonth(day).getDayOfYear());
    }

    private static RemoteAssistanceReporting report(int number) {
        ObjectNode payload = JSON.createObjectNode()
                .put("id", id(number))
                .put("remoteAssistanceSessionType", type(number))
                .put("helperEmail", helper(number))
                .put("helperFirstName", number == 0 ? "=HYPERLINK(\"x\")" : "Helper")
                .put("sharerEmail", "sharer%d@contoso.example".formatted(number % 40))
                .put("sharerDeviceName", "LAPTOP-%d".formatted(number % 40))
                .put("sharerOs", "Windows 11");
        if (number < STARTED) {
            payload.put("startDateTime", start(number).toString())
                    .put(
                            "endDateTime",
                            start(number).plusSeconds(seconds(number)).toString());
        }
        try {
            return JSON.treeToValue(payload, RemoteAssistanceReporting.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
