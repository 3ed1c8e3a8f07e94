package dev.remoteassistance.benchmarks.jmh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.benchmarks.load.ReportTemplate;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.model.json.JsonPolicy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures reading and writing Microsoft's example of the newest revision, as server and client do it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ModelBenchmark {

    private final JsonMapper mapper = JsonPolicy.newMapper();
    private final ObjectReader reader = mapper.readerFor(ReportRemoteAssistanceRequest.class);
    private final ObjectWriter writer = mapper.writerFor(ReportRemoteAssistanceRequest.class);
    private final byte[] body =
            ReportTemplate.load().withId("8f0e2c52-9c1c-4a57-8d0e-2a4d1f0c7b11").getBytes(StandardCharsets.UTF_8);
    private ReportRemoteAssistanceRequest report;

    @Setup
    public void readReport() {
        report = read();
    }

    @Benchmark
    public ReportRemoteAssistanceRequest read() {
        try {
            return reader.readValue(body);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public byte[] write() throws JsonProcessingException {
        return writer.writeValueAsBytes(report);
    }

    @Benchmark
    public byte[] roundTrip() throws JsonProcessingException {
        return writer.writeValueAsBytes(read());
    }
}
