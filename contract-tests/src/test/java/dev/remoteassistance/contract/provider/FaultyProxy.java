package dev.remoteassistance.contract.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Proxy between two parties that changes the requests of one or the responses of the other. */
public final class FaultyProxy implements AutoCloseable {

    private final WireMockServer proxy;
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    private volatile UnaryOperator<Request> request;
    private volatile UnaryOperator<Response> answer;

    public FaultyProxy(UnaryOperator<Request> request, UnaryOperator<Response> answer) {
        this.request = request;
        this.answer = answer;
        proxy = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .gzipDisabled(true)
                .disableRequestJournal()
                // Otherwise WireMock formats each request for a log that nobody reads.
                .stubRequestLoggingDisabled(true)
                .extensions(
                        new RequestEdit(watched(sent -> this.request.apply(sent))),
                        new AnswerEdit(watched(given -> this.answer.apply(given)))));
        proxy.start();
    }

    /** Replaces what the proxy changes. */
    void change(UnaryOperator<Request> ofRequests, UnaryOperator<Response> ofAnswers) {
        request = ofRequests;
        answer = ofAnswers;
    }

    /** Directs the proxy to a target, and returns the root that reaches it through the proxy. */
    public URI to(URI target) {
        proxy.resetMappings();
        proxy.stubFor(any(anyUrl())
                .willReturn(aResponse().proxiedFrom(target.toString().replaceFirst("/$", ""))));
        return URI.create("http://127.0.0.1:" + proxy.port() + "/");
    }

    /** Records the exception of a change: the proxy answers it with 500, which looks like a noticed fault. */
    private <T> UnaryOperator<T> watched(UnaryOperator<T> change) {
        return original -> {
            try {
                return change.apply(original);
            } catch (RuntimeException e) {
                failure.set(e);
                throw e;
            }
        };
    }

    @Override
    public void close() {
        proxy.stop();
        throwFailure();
    }

    /** Throws what a change has failed with. */
    void throwFailure() {
        RuntimeException thrown = failure.getAndSet(null);
        if (thrown != null) {
            throw thrown;
        }
    }

    private record RequestEdit(UnaryOperator<Request> change) implements StubRequestFilterV2 {

        @Override
        public RequestFilterAction filter(Request request, ServeEvent event) {
            return RequestFilterAction.continueWith(change.apply(request));
        }

        @Override
        public String getName() {
            return "request-edit";
        }
    }

    private record AnswerEdit(UnaryOperator<Response> change) implements ResponseTransformerV2 {

        @Override
        public Response transform(Response answer, ServeEvent event) {
            return change.apply(answer);
        }

        @Override
        public String getName() {
            return "answer-edit";
        }
    }
}
