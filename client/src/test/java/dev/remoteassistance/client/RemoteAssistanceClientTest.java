package dev.remoteassistance.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RemoteAssistanceClientTest {

    private static final RetryPolicy QUICK = new RetryPolicy(3, Duration.ofMillis(20), Duration.ofSeconds(5));
    private static final RemoteAssistanceReporting REPORT = new RemoteAssistanceReporting().id("a");
    private static final String PATH = "/beta/deviceManagement/reportRemoteAssistance";

    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    // --- what is sent

    @Test
    void sendsTheReportAsTheContractSays() {
        answer(noContent());

        client().report(new RemoteAssistanceReporting()
                .id("\u0436\uD83D\uDE80")
                .startDateTime(OffsetDateTime.parse("2016-12-31T23:58:46.7156189-08:00"))
                .putAdditionalProperty("future", List.of(1, "two")));

        server.verify(
                1,
                postRequestedFor(urlEqualTo(PATH))
                        .withHeader("Authorization", equalTo("Bearer token-1"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withHeader("Accept", equalTo("application/json"))
                        .withHeader("Upgrade", absent())
                        .withRequestBody(equalToJson("{\"reportingPayload\":{\"id\":\"\u0436\uD83D\uDE80\","
                                + "\"startDateTime\":\"2016-12-31T23:58:46.7156189-08:00\",\"future\":[1,\"two\"]}}")));
    }

    @Test
    void namesEachReportAnew() {
        answer(noContent());

        client().report(REPORT);
        client().report(REPORT);

        assertThat(requestNames()).hasSize(2).doesNotHaveDuplicates().allMatch(name -> name.matches("[0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//"})
    void takesTheRootWithAndWithoutSlash(String end) {
        answer(noContent());

        builder().baseUri(URI.create(server.baseUrl() + end)).build().report(REPORT);

        server.verify(1, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void takesARootBelowAPath() {
        answer(noContent());

        builder().baseUri(URI.create(server.baseUrl() + "/gateway/")).build().report(REPORT);

        server.verify(1, postRequestedFor(urlEqualTo("/gateway" + PATH)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host", "/path", "host:80", "http://host?a=b", "https:///path", "http://host#f"})
    void refusesWhatIsNoRoot(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().baseUri(URI.create(uri)))
                .withMessageContaining(uri);
    }

    @Test
    void refusesSettingsWithoutMeaning() {
        assertThatIllegalArgumentException().isThrownBy(() -> builder().requestTimeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder().connectTimeout(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, Duration.ofMillis(-1), Duration.ZERO));
        assertThatThrownBy(() -> client().report(null)).isInstanceOf(NullPointerException.class);
    }

    // --- what is answered

    @ParameterizedTest
    @CsvSource({
        "400, dev.remoteassistance.client.InvalidReportException",
        "401, dev.remoteassistance.client.AuthenticationException",
        "403, dev.remoteassistance.client.PermissionException",
        "404, dev.remoteassistance.client.ErrorResponseException",
        "406, dev.remoteassistance.client.ErrorResponseException",
        "413, dev.remoteassistance.client.InvalidReportException",
        "415, dev.remoteassistance.client.InvalidReportException",
        "429, dev.remoteassistance.client.ThrottledException",
        "500, dev.remoteassistance.client.ServerException",
        "503, dev.remoteassistance.client.ServerException",
    })
    void tellsRefusalsApart(int status, Class<? extends ErrorResponseException> type) {
        answer(
                aResponse()
                        .withStatus(status)
                        .withHeader("request-id", "r-1")
                        .withHeader("Content-Type", "application/json")
                        .withBody(
                                "{\"error\":{\"code\":\"Code\",\"message\":\"Bl\u00f6d.\",\"future\":1,\"details\":[{\"code\":"
                                        + "\"Code\",\"message\":\"Wrong.\",\"target\":\"reportingPayload/id\"}],\"innerError\":{}}}"));

        ErrorResponseException refusal = catchThrowableOfType(
                type, () -> builder().retryPolicy(RetryPolicy.NONE).build().report(REPORT));

        assertThat(refusal).isExactlyInstanceOf(type);
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.code()).hasValue("Code");
        assertThat(refusal.requestId()).hasValue("r-1");
        assertThat(refusal.clientRequestId()).isEqualTo(requestNames().get(0));
        assertThat(refusal.retryAfter()).isEmpty();
        assertThat(refusal.details())
                .singleElement()
                .satisfies(detail -> assertThat(detail.getTarget()).isEqualTo("reportingPayload/id"));
        assertThat(refusal)
                .hasMessage(
                        "HTTP %d Code: Bl\u00f6d. (POST %s, request-id r-1) [client-request-id %s]",
                        status, server.baseUrl() + PATH, refusal.clientRequestId())
                .satisfies(e -> assertThat(e.getStackTrace())
                        .anyMatch(
                                frame -> frame.getClassName().equals(getClass().getName())))
                .hasMessageNotContaining("token-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Bad gateway</html>",
                "null",
                "[]",
                "{}",
                "{\"error\":\"text\"}",
                "{\"error\":{\"details\":[null]}}"
            })
    void copesWithAnswersFromSomebodyElse(String body) {
        answer(aResponse().withStatus(502).withBody(body));

        ServerException refusal = catchThrowableOfType(ServerException.class, () -> client().report(REPORT));

        assertThat(refusal.status()).isEqualTo(502);
        assertThat(refusal.code()).isEmpty();
        assertThat(refusal.details()).isEmpty();
        assertThat(refusal.requestId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 205, 302, 307})
    void believesInNothingButNoContent(int status) {
        answer(aResponse().withStatus(status).withHeader("Location", server.baseUrl() + "/elsewhere"));

        assertThatThrownBy(() -> client().report(REPORT))
                .isExactlyInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("HTTP " + status);
        assertThat(requestNames()).as("nothing is sent elsewhere").hasSize(1);
    }

    // --- retries

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 503, 504})
    void triesAgainUnderTheSameName(int status) {
        answer(aResponse().withStatus(status), aResponse().withStatus(status), noContent());

        client().report(REPORT);

        assertThat(requestNames()).hasSize(3);
        assertThat(requestNames().stream().distinct()).hasSize(1);
        assertThat(server.getAllServeEvents().stream()
                        .map(event -> event.getRequest().getBodyAsString())
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
    void triesAgainAfterALostConnection(Fault fault) {
        answer(aResponse().withFault(fault), noContent());

        client().report(REPORT);

        assertThat(requestNames().stream().distinct()).hasSize(1);
    }

    @Test
    void triesAgainWhenNoAnswerComes() {
        answer(noContent().withFixedDelay(3_000), noContent());

        builder().requestTimeout(Duration.ofMillis(300)).build().report(REPORT);

        assertThat(requestNames()).hasSize(2);
    }

    @Test
    void triesAgainWhenAnAnswerDoesNotEnd() {
        answer(
                aResponse().withStatus(400).withBody("x".repeat(1_000)).withChunkedDribbleDelay(10, 10_000),
                noContent());

        builder().requestTimeout(Duration.ofMillis(500)).build().report(REPORT);
    }

    @Test
    void asksForATokenEachTime() {
        answer(aResponse().withStatus(503), noContent());

        client().report(REPORT);

        assertThat(server.getAllServeEvents())
                .extracting(event -> event.getRequest().getHeader("Authorization"))
                .containsExactly("Bearer token-2", "Bearer token-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 413, 415, 500, 501, 502})
    void doesNotRepeatWhatWillNotChange(int status) {
        answer(aResponse().withStatus(status));

        assertThatThrownBy(() -> client().report(REPORT)).isInstanceOf(ErrorResponseException.class);

        assertThat(requestNames()).hasSize(1);
    }

    @Test
    void givesUpInTheEnd() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "0"));

        assertThatThrownBy(() -> client().report(REPORT)).isInstanceOf(ThrottledException.class);

        assertThat(requestNames()).hasSize(QUICK.maxAttempts());
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        answer(aResponse().withStatus(503).withHeader("Retry-After", "1"), noContent());

        long start = System.nanoTime();
        client().report(REPORT);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void leavesLongWaitsToTheCaller() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "6"));

        ThrottledException refusal = catchThrowableOfType(ThrottledException.class, () -> client().report(REPORT));

        assertThat(refusal.retryAfter()).hasValue(Duration.ofSeconds(6));
        assertThat(requestNames()).hasSize(1);
    }

    @Test
    void saysWhenThereIsNobody() throws IOException {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0)) {
            freePort = socket.getLocalPort();
        }
        RemoteAssistanceClient client =
                builder().baseUri(URI.create("http://127.0.0.1:" + freePort)).build();

        assertThatThrownBy(() -> client.report(REPORT))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("after 3 attempt");
    }

    // --- the caller

    @Test
    void asynchronousReportsEndTheSameWay() {
        answer(noContent());
        assertThat(client().reportAsync(REPORT)).succeedsWithin(Duration.ofSeconds(10));

        answer(aResponse().withStatus(403));
        assertThatThrownBy(() -> client().reportAsync(REPORT).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(PermissionException.class);
    }

    @Test
    void cancellingEndsTheRetries() throws InterruptedException {
        answer(aResponse().withStatus(503));
        RemoteAssistanceClient patient = builder()
                .retryPolicy(new RetryPolicy(100, Duration.ofMillis(200), Duration.ofMillis(200)))
                .build();
        CompletableFuture<Void> report = patient.reportAsync(REPORT);
        Thread.sleep(500);
        report.cancel(true);
        Thread.sleep(300);
        int sent = requestNames().size();
        Thread.sleep(700);
        assertThat(sent).isPositive();
        assertThat(requestNames()).hasSize(sent);
    }

    @Test
    void interruptionEndsTheWaitAndIsKept() throws InterruptedException {
        answer(noContent().withFixedDelay(5_000));
        AtomicInteger outcome = new AtomicInteger();
        Thread caller = new Thread(() -> {
            try {
                client().report(REPORT);
            } catch (ConnectionException e) {
                outcome.set(Thread.currentThread().isInterrupted() ? 1 : 2);
            }
        });
        caller.start();
        Thread.sleep(300);
        caller.interrupt();
        caller.join(2_000);
        assertThat(outcome).hasValue(1);
    }

    @Test
    void whatTheTokenProviderThrowsReachesTheCallerAtOnce() {
        for (RuntimeException noLogin : List.of(
                new IllegalStateException("not signed in"),
                new UncheckedIOException(new IOException("token endpoint down")))) {
            AtomicInteger calls = new AtomicInteger();
            RemoteAssistanceClient client = RemoteAssistanceClient.builder(() -> {
                        calls.incrementAndGet();
                        throw noLogin;
                    })
                    .baseUri(URI.create(server.baseUrl()))
                    .build();
            assertThatThrownBy(() -> client.report(REPORT)).isSameAs(noLogin);
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void anErrorOfTheTokenProviderEndsARetryToo() {
        answer(aResponse().withStatus(503));
        AtomicInteger calls = new AtomicInteger();
        RemoteAssistanceClient client = RemoteAssistanceClient.builder(() -> {
                    if (calls.incrementAndGet() == 2) {
                        throw new NoClassDefFoundError("gone");
                    }
                    return "token";
                })
                .baseUri(URI.create(server.baseUrl()))
                .retryPolicy(QUICK)
                .build();
        assertThatThrownBy(() -> client.report(REPORT)).isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void takesATokenFromAFileWithItsLineEnd() {
        answer(noContent());
        RemoteAssistanceClient.builder(() -> "token\n")
                .baseUri(URI.create(server.baseUrl()))
                .build()
                .report(REPORT);
        server.verify(1, postRequestedFor(urlEqualTo(PATH)).withHeader("Authorization", equalTo("Bearer token")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SECRET TOKEN", "SECRET\r\nX: y", "SECRET\u0416"})
    void doesNotQuoteATokenThatIsNone(String token) {
        RemoteAssistanceClient client = RemoteAssistanceClient.builder(() -> token)
                .baseUri(URI.create(server.baseUrl()))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.report(REPORT))
                .withMessageContaining("no access token")
                .withMessageNotContaining("SECRET");
    }

    @Test
    void leavesNoThreadBehindWithAnAnswerThatDoesNotEnd() throws InterruptedException {
        answer(aResponse().withStatus(400).withBody("x".repeat(1_000)).withChunkedDribbleDelay(1_000, 60_000));

        assertThatThrownBy(() -> builder()
                        .requestTimeout(Duration.ofMillis(300))
                        .retryPolicy(RetryPolicy.NONE)
                        .build()
                        .report(REPORT))
                .isInstanceOf(ConnectionException.class);

        Thread.sleep(500);
        assertThat(Thread.getAllStackTraces().values())
                .noneMatch(trace -> java.util.Arrays.stream(trace)
                        .anyMatch(frame -> frame.getClassName().equals(ErrorResponse.class.getName())));
    }

    @Test
    void aPayloadThatIsNoJsonIsTheCallersFault() {
        RemoteAssistanceReporting payload =
                new RemoteAssistanceReporting().id("a").putAdditionalProperty("x", new Object());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().report(payload))
                .withMessageContaining("cannot be written as JSON");
    }

    // ---

    private final AtomicInteger tokens = new AtomicInteger();

    private RemoteAssistanceClient client() {
        return builder().build();
    }

    private RemoteAssistanceClient.Builder builder() {
        return RemoteAssistanceClient.builder(() -> "token-" + tokens.incrementAndGet())
                .baseUri(URI.create(server.baseUrl()))
                .retryPolicy(QUICK);
    }

    /** Gives these answers one after the other, and the last one for ever. */
    private void answer(ResponseDefinitionBuilder... answers) {
        server.resetScenarios();
        for (int i = 0; i < answers.length; i++) {
            server.stubFor(any(anyUrl())
                    .inScenario("answers")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "answer " + i)
                    .willReturn(answers[i])
                    .willSetStateTo("answer " + Math.min(i + 1, answers.length - 1)));
        }
        if (answers.length == 1) {
            server.stubFor(any(anyUrl()).willReturn(answers[0]));
        }
    }

    private List<String> requestNames() {
        return server.findAll(com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl())).stream()
                .map((LoggedRequest request) -> request.getHeader("client-request-id"))
                .toList();
    }
}
