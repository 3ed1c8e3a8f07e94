package dev.remoteassistance.server.front;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static dev.remoteassistance.server.RunningServer.CONTRACT;
import static dev.remoteassistance.server.RunningServer.OPERATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.body.BodyHandler;
import dev.remoteassistance.server.body.BodyMemory;
import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.http.AdmissionHandler;
import dev.remoteassistance.server.http.ErrorBody;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RefusalWriter;
import dev.remoteassistance.server.http.RequestIds;
import dev.remoteassistance.server.report.QuestionExecutor;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreOverloadedException;
import dev.remoteassistance.server.store.StoreUnavailableException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that every exception inside JAX-RS becomes an error body without the name of a class. */
class FailureMapperTest {

    private static final Map<String, Supplier<Throwable>> FAILURES = Map.ofEntries(
            Map.entry("runtime", () -> new IllegalStateException("java.lang.Secret")),
            Map.entry("error", () -> new StackOverflowError("java.lang.Secret")),
            Map.entry("refusal", () -> new RefusalException(ErrorCode.FORBIDDEN)),
            Map.entry("overloaded", StoreOverloadedException::new),
            Map.entry("unavailable", () -> new StoreUnavailableException("java.lang.Secret", null)),
            Map.entry("wrapped", () -> new CompletionException(new RefusalException(ErrorCode.FORBIDDEN))),
            Map.entry("empty", () -> new CompletionException("java.lang.Secret", null)),
            Map.entry("validation", () -> new ConstraintDeclarationException("java.lang.Secret")),
            Map.entry("jaxrs", () -> new BadRequestException("java.lang.Secret")),
            Map.entry(
                    "entity",
                    () -> new BadRequestException(
                            Response.status(400).entity("java.lang.Secret").build())),
            Map.entry("redirection", () -> new RedirectionException(302, URI.create("/java.lang.Secret"))));

    private final RequestIds.Source ids = new RequestIds.Source(CONTRACT);
    private final ErrorBody errors = new ErrorBody(CONTRACT, Clock.systemUTC());
    private final RefusalWriter refusals = new RefusalWriter(errors, ids);
    private Listener listener;

    @BeforeEach
    void start() throws IOException {
        ReportStore unused = (ReportStore) Proxy.newProxyInstance(
                ReportStore.class.getClassLoader(), new Class<?>[] {ReportStore.class}, (proxy, method, args) -> null);
        RestHandler rest = new RestHandler(
                new RestApplication(
                                errors,
                                unused,
                                new QuestionExecutor(),
                                Clock.systemUTC(),
                                new SimpleMeterRegistry(),
                                RestApplication.RESOURCES)
                        .register(Throwing.class),
                refusals);
        AdmissionHandler.Check everybody = (request, record) -> {
            record.operation(OPERATION);
            record.tenant("a");
        };
        listener = new Listener(
                Endpoint.onLoopback(0),
                new AdmissionHandler(
                        ids,
                        refusals,
                        List.of(new SyntaxCheck(), everybody),
                        new BodyHandler(refusals, new BodyMemory(1, OPERATION.maxBodyBytes(), 1), rest)));
        listener.server().setErrorHandler(refusals);
        listener.start();
    }

    @AfterEach
    void stop() {
        listener.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "throw/runtime, INTERNAL_SERVER_ERROR",
        "throw/error, INTERNAL_SERVER_ERROR",
        "throw/refusal, FORBIDDEN",
        "throw/overloaded, OVERLOADED",
        "throw/unavailable, STORE_UNAVAILABLE",
        "throw/wrapped, FORBIDDEN",
        "throw/empty, INTERNAL_SERVER_ERROR",
        "throw/validation, INTERNAL_SERVER_ERROR",
        "throw/jaxrs, BAD_REQUEST",
        "throw/entity, BAD_REQUEST",
        "throw/redirection, INTERNAL_SERVER_ERROR",
        "later/runtime, INTERNAL_SERVER_ERROR",
        "later/error, INTERNAL_SERVER_ERROR",
        "later/refusal, FORBIDDEN",
        "later/overloaded, OVERLOADED",
        "later/unavailable, STORE_UNAVAILABLE",
        "later/validation, INTERNAL_SERVER_ERROR",
        "later/entity, BAD_REQUEST",
        "constraint-of-another-type?text=1, INTERNAL_SERVER_ERROR",
        "broken-result, INTERNAL_SERVER_ERROR",
        "unwritable, INTERNAL_SERVER_ERROR",
        "no-writer, INTERNAL_SERVER_ERROR",
        "nowhere, NOT_FOUND",
    })
    void whatIsThrown(String path, ErrorCode code) throws Exception {
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(listener.uri() + "/test/" + path))
                                // Otherwise the listener waits a second for the idle connection when it stops.
                                .setHeader("Connection", "close")
                                .build(),
                        BodyHandlers.ofString());

        assertRefused(answer, code);
    }

    /** Only workers inflate and parse bodies, whatever their size on the wire. */
    @Test
    void nothingRunsOnTheThreadsThatServeAllConnections() {
        assertThat(listener.server().getInvocationType()).isEqualTo(InvocationType.BLOCKING);
    }

    /** A resource that fails in every way. */
    @Path("/test")
    public static final class Throwing {

        @GET
        @Path("/throw/{name}")
        public Response now(@PathParam("name") String name) throws Throwable {
            throw FAILURES.get(name).get();
        }

        @GET
        @Path("/later/{name}")
        public CompletionStage<Response> later(@PathParam("name") String name) {
            return CompletableFuture.supplyAsync(() -> "")
                    .thenCompose(nothing ->
                            CompletableFuture.failedFuture(FAILURES.get(name).get()));
        }

        /** There is no validator of this constraint for numbers. */
        @GET
        @Path("/constraint-of-another-type")
        public Response constraint(@QueryParam("text") @Size(max = 3) int text) {
            return Response.noContent().build();
        }

        @GET
        @Path("/broken-result")
        @NotNull
        public Response nothing() {
            return null;
        }

        @GET
        @Path("/unwritable")
        @Produces("application/json")
        public Response unwritable() {
            return Response.ok(new Object() {
                        @SuppressWarnings("unused")
                        public String getSecret() {
                            throw new IllegalStateException("java.lang.Secret");
                        }
                    })
                    .build();
        }

        @GET
        @Path("/no-writer")
        @Produces("image/png")
        public Response noWriter() {
            return Response.ok(List.of("java.lang.Secret")).build();
        }
    }
}
