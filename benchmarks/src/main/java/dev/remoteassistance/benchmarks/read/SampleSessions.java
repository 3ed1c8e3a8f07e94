package dev.remoteassistance.benchmarks.read;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.model.EnrollmentState;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.RemoteAssistanceSessionType;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sessions of one year. Each tenant has a few helpers, and many sharers with a device each.
 *
 * @param reports how many there are
 * @param tenants how many tenants they belong to, in turns
 */
record SampleSessions(long reports, int tenants) {

    static final OffsetDateTime FIRST = OffsetDateTime.parse("2025-11-24T00:00:00Z");
    static final Duration YEAR = Duration.ofDays(365);
    static final int HELPERS = 50;
    static final int SHARERS = 2_000;

    private static final int UNDER_WAY = 5_000;

    private static final List<RemoteAssistanceSessionType> TYPES = List.of(
            RemoteAssistanceSessionType.VIEW_ONLY,
            RemoteAssistanceSessionType.FULL_CONTROL,
            RemoteAssistanceSessionType.FULL_CONTROL,
            RemoteAssistanceSessionType.UNATTENDED);

    /** Returns the id of a tenant, counted from 1. */
    static String tenant(int number) {
        return "10000000-0000-4000-8000-%012d".formatted(number);
    }

    /** Stores all of them by the code of the server. */
    void fill(StoreLocation location) {
        Semaphore underWay = new Semaphore(UNDER_WAY);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (SqlReportStore store = SqlReportStore.open(location, StoreOptions.DEFAULT, Clock.systemUTC())) {
            for (long number = 0; number < reports && failure.get() == null; number++) {
                underWay.acquireUninterruptibly();
                Caller caller = new Caller(
                        tenant((int) (number % tenants) + 1),
                        CallerKind.APP,
                        "30000000-0000-4000-8000-000000000001",
                        null,
                        Set.of());
                store.append(caller, report(number)).whenComplete((outcome, failed) -> {
                    underWay.release();
                    failure.compareAndSet(null, failed);
                });
            }
            underWay.acquireUninterruptibly(UNDER_WAY);
        }
        if (failure.get() != null) {
            throw new BenchmarkException("The store cannot be filled", failure.get());
        }
    }

    /** Returns a report with all properties. The same number gives the same report. */
    private RemoteAssistanceReporting report(long number) {
        SplittableRandom random = new SplittableRandom(number);
        // Reports arrive in the order of their times.
        OffsetDateTime start = FIRST.plusSeconds(YEAR.toSeconds() * number / reports);
        OffsetDateTime end = start.plusSeconds(30 + random.nextInt(3_600));
        int helper = random.nextInt(HELPERS);
        int sharer = random.nextInt(SHARERS);
        return new RemoteAssistanceReporting()
                .id("50000000-0000-4000-8000-%012d".formatted(number))
                .startDateTime(start)
                .endDateTime(end)
                .sessionCreateDateTime(start)
                .remoteAssistanceSessionType(
                        random.nextInt(20) == 0
                                ? RemoteAssistanceSessionType.ELEVATION
                                : TYPES.get(random.nextInt(TYPES.size())))
                .helperEmail(helper(helper))
                .helperFirstName("First " + helper)
                .helperLastName("Last " + helper)
                .helperUserId("60000000-0000-4000-8000-%012d".formatted(helper))
                .helperTenantId("10000000-0000-4000-8000-000000000001")
                .helperCompanyName("Contoso")
                .helperDeviceName("HELPDESK-%05d".formatted(helper))
                .helperDeviceAadId("70000000-0000-4000-8000-%012d".formatted(helper))
                .helperOs("Windows 11")
                .helperEnrollmentState(EnrollmentState.ENROLLED)
                .sharerEmail(sharer(sharer))
                .sharerFirstName("Given " + sharer)
                .sharerLastName("Family " + sharer)
                .sharerUserId("80000000-0000-4000-8000-%012d".formatted(sharer))
                .sharerTenantId("10000000-0000-4000-8000-000000000001")
                .sharerDeviceName(device(sharer))
                .sharerDeviceAadId("90000000-0000-4000-8000-%012d".formatted(sharer))
                .sharerDeviceSerialNumber("SN%08d".formatted(sharer))
                .sharerOs("Windows 11")
                .sharerEnrollmentState(EnrollmentState.ENROLLED);
    }

    static String helper(int number) {
        return "helper-%d@contoso.example".formatted(number);
    }

    static String sharer(int number) {
        return "sharer-%d@contoso.example".formatted(number);
    }

    static String device(int number) {
        return "LAPTOP-%05d".formatted(number);
    }
}
