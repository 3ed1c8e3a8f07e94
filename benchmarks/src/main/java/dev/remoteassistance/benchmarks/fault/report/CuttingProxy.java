package dev.remoteassistance.benchmarks.fault.report;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** A proxy that loses answers: the server has stored a report, but the caller never receives the acknowledgement. */
public final class CuttingProxy implements AutoCloseable {

    private final WireMockServer proxy;
    private final Cut cut;

    private CuttingProxy(URI target, double share) {
        cut = new Cut(share, new AtomicLong(), new AtomicLong());
        proxy = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .notifier(new Slf4jNotifier(false))
                .disableRequestJournal()
                .extensions(cut));
        proxy.start();
        proxy.stubFor(any(anyUrl())
                .willReturn(aResponse().proxiedFrom(target.toString().replaceFirst("/$", ""))));
    }

    /** Starts a proxy that cuts this share of the answers. */
    public static CuttingProxy start(URI target, double share) {
        return new CuttingProxy(target, share);
    }

    /** Returns the target's root through the proxy. */
    public URI root() {
        return URI.create("http://127.0.0.1:" + proxy.port() + "/");
    }

    public long answers() {
        return cut.answers().get();
    }

    /** Returns the number of lost answers that would have acknowledged a report. */
    public long cutAcknowledgements() {
        return cut.acknowledgements().get();
    }

    @Override
    public void close() {
        proxy.stop();
    }

    private record Cut(double share, AtomicLong answers, AtomicLong acknowledgements) implements ResponseTransformerV2 {

        @Override
        public Response transform(Response answer, ServeEvent event) {
            answers.incrementAndGet();
            ThreadLocalRandom random = ThreadLocalRandom.current();
            if (random.nextDouble() >= share) {
                return answer;
            }
            if (answer.getStatus() == AnswerJournal.STORED) {
                acknowledgements.incrementAndGet();
            }
            return Response.response()
                    .fault(random.nextBoolean() ? Fault.CONNECTION_RESET_BY_PEER : Fault.EMPTY_RESPONSE)
                    .build();
        }

        @Override
        public String getName() {
            return "cut";
        }
    }
}
