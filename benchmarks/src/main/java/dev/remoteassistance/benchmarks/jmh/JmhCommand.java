package dev.remoteassistance.benchmarks.jmh;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the JMH benchmarks. */
@Command(
        name = "jmh",
        description =
                "Measures parts of a request by themselves: reading and writing a report, checking a token, storing.")
public final class JmhCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "PATTERN",
            description = "Which ones, as a regular expression; all by default.")
    private String pattern = ".*Benchmark.*";

    @Option(
            names = "--forks",
            description = "How many virtual machines, one after another; ${DEFAULT-VALUE} by default.")
    private int forks = 2;

    @Option(names = "--iterations", description = "Of warm-up and of measurement; ${DEFAULT-VALUE} by default.")
    private int iterations = 5;

    @Option(names = "--seconds", description = "Of an iteration; ${DEFAULT-VALUE} by default.")
    private int seconds = 2;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results there as well.")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(pattern)
                .forks(forks)
                .warmupIterations(iterations)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(seconds))
                .shouldFailOnError(true);
        json.ifPresent(file -> options.resultFormat(ResultFormatType.JSON).result(file.toString()));
        new Runner(options.build()).run();
        return 0;
    }
}
