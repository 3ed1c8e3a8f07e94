package dev.remoteassistance.contract.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.http.Request;
import dev.remoteassistance.contract.consumer.Expectations;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.Exchange;
import dev.remoteassistance.contract.replay.ProviderUnderTest;
import dev.remoteassistance.contract.replay.ProviderVerification;
import dev.remoteassistance.contract.state.CallerStates;
import dev.remoteassistance.contract.state.ProviderStates;
import dev.remoteassistance.contract.state.TestIssuer;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.throttle.Throttle;
import dev.remoteassistance.server.throttle.ThrottleLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * The real server, or a variant of it with one fault, in every state that the pacts name. The store is emptied before each
 * interaction, so that it is as its states say.
 */
public final class ServerUnderTest implements ProviderUnderTest, AutoCloseable {

    private static final String TENANT = TestIssuer.SERVED_TENANT;
    private static final JsonMapper JSON = JsonPolicy.newMapper();
    /** Enough for any interaction, since each sends one request and begins a new window. */
    private static final ThrottleLimits ONE_REQUEST = new ThrottleLimits(1, 1, Duration.ofHours(1));

    private final AtomicLong now = new AtomicLong();
    private final Throttle throttle = new Throttle(ONE_REQUEST, now::get);
    private final CallerStates callers = new CallerStates(() -> TENANT);
    private final Path folder;
    private final ServerSetup setup;
    private final ProviderServer server;
    private final StoreUnderTest reports;
    private final List<Runnable> open = new ArrayList<>();

    /** Made when it is asked for; null until then. */
    private ProviderVerification verification;

    /** Started for the first fault that needs it, and kept for the next; null until then. */
    private FaultyProxy proxy;

    private ServerFault fault;

    /** Started for the first interaction that needs it; null until then. */
    private ProviderServer withoutStore;

    private ProviderServer withFault;
    private ProviderServer current;

    private ServerUnderTest(Path folder, ServerFault fault) throws IOException {
        this.folder = folder;
        this.setup = fault.setup()
                .apply(ServerSetup.of(TestIssuer.TRUSTED, Set.of(TENANT)).withThrottle(throttle));
        this.server = start("", setup);
        this.reports = new StoreUnderTest(server::store);
        become(fault);
    }

    /** Starts the correct server. */
    public static ServerUnderTest start(Path folder) throws IOException {
        return start(folder, ServerFault.NONE);
    }

    /** Starts a variant of the server. */
    public static ServerUnderTest start(Path folder, ServerFault fault) throws IOException {
        return new ServerUnderTest(folder, fault);
    }

    /** Puts a fault between the consumers and the server, or between it and its store, in place of the one before. */
    void become(ServerFault other) {
        fault = other;
        if (fault.isOnTheWire()) {
            UnaryOperator<Request> request = sent -> other.request().apply(sent, callers);
            if (proxy == null) {
                proxy = new FaultyProxy(request, other.answer());
            } else {
                proxy.change(request, other.answer());
            }
        }
    }

    /** Returns the verification of this server, which is made once, since it has an HTTP client of its own. */
    ProviderVerification verification() {
        if (verification == null) {
            verification = new ProviderVerification(VerifiedPacts.CROSS_CHECK, this);
        }
        return verification;
    }

    /** Throws what the fault itself has failed with. */
    void throwFailureOfFault() {
        if (proxy != null) {
            proxy.throwFailure();
        }
    }

    @Override
    public void reset() {
        current = server;
        now.addAndGet(ONE_REQUEST.window().toNanos());
        // A faulty store may remember reports that are gone.
        server.replaceStore(fault.store());
        server.deleteReports();
        reports.forget();
    }

    @Override
    public Optional<Map<String, Object>> prepare(String state, Map<String, Object> parameters) {
        try {
            switch (state) {
                case ProviderStates.USER_HAS_REPORTED ->
                    reports.store(JSON.valueToTree(parameters.get(ProviderStates.REPORT)));
                case ProviderStates.REPORT_IS_STORED ->
                    reports.store(JSON.readTree(Expectations.example("2021-10-20props.json"))
                            .required("reportingPayload"));
                case ProviderStates.TENANT_HAS_SESSIONS -> {
                    JsonNode sessions = JSON.valueToTree(parameters.get(ProviderStates.REPORTS));
                    for (JsonNode report : sessions) {
                        reports.store(report);
                    }
                    reports.storeOfANeighbour(sessions.get(0).required("id").asText());
                }
                case ProviderStates.TENANT_IS_THROTTLED -> useUpTheShare();
                case ProviderStates.STORE_IS_DOWN -> current = withoutStore();
                case ProviderStates.SERVER_HAS_A_FAULT -> current = withFault();
                default -> {}
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return callers.token(state, parameters).map(token -> Map.of(ProviderStates.TOKEN, token));
    }

    @Override
    public URI root() {
        return fault.isOnTheWire() ? proxy.to(current.root()) : current.root();
    }

    /** Returns what the command export prints for the newest report. */
    @Override
    public Optional<String> message(String description) {
        List<String> lines = server.export().lines().toList();
        return Optional.of(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
    }

    /**
     * Checks the store after every response, because the 204 of a report promises that it is stored, and a refusal that it
     * is not. Other operations store nothing; one that does has to say here what it promises. A report of sessions is checked by
     * itself.
     */
    @Override
    public List<String> inspect(ConsumerInteraction interaction, Exchange exchange) {
        List<String> faults = new ArrayList<>(AnswerInspection.faults(exchange));
        faults.addAll(ReportInspection.faults(interaction, exchange));
        faults.addAll(reports.faults(exchange));
        return faults;
    }

    /** Uses another app, so that only the tenant's share is used up, not that of the consumer's app. */
    private void useUpTheShare() {
        throttle.refusal(new Caller(TENANT, CallerKind.APP, "another app", null, Set.of()));
    }

    private ProviderServer withoutStore() throws IOException {
        if (withoutStore == null) {
            withoutStore = start("without-store", setup);
            Files.delete(ProviderServer.file(folder.resolve("without-store")));
        }
        return withoutStore;
    }

    private ProviderServer withFault() throws IOException {
        if (withFault == null) {
            withFault = start("with-fault", setup.withKeys((selector, context) -> {
                throw new UnsupportedOperationException("a fault of the server");
            }));
        }
        return withFault;
    }

    private ProviderServer start(String name, ServerSetup parts) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        ProviderServer started = ProviderServer.start(place, parts);
        open.add(started::close);
        return started;
    }

    @Override
    public void close() {
        Optional.ofNullable(proxy).ifPresent(FaultyProxy::close);
        open.forEach(Runnable::run);
    }
}
