package dev.remoteassistance.contract.verify;

import dev.remoteassistance.contract.generate.GeneratedRun;
import dev.remoteassistance.contract.option.NoVerdictException;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Options for requests that are drawn from the contract in place of those in pacts. */
final class GenerateOptions {

    @Option(
            names = "--generate",
            paramLabel = "N",
            description =
                    "Sends N requests that are drawn from the contract instead of those in pacts: valid, at each limit, "
                            + "and with each rule broken once. It waits as long as a server asks by 429 or 503 with Retry-After, "
                            + "a minute at most. Each wrong answer is printed with a curl line, in which $TOKEN stands for the token.")
    private Integer count;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Draws the same requests again; each run prints its seed. Default: a random seed")
    private Long seed;

    boolean isAsked() {
        return count != null;
    }

    int send(ContractDocument contract, TargetServer target, String state, Duration timeout, PrintWriter out) {
        if (count < 1) {
            throw new NoVerdictException("--generate: not a positive number");
        }
        Optional<String> token =
                target.prepare(state, Map.of()).map(values -> String.valueOf(values.get(target.name())));
        try {
            GeneratedRun run = new GeneratedRun(contract, target.root(), token, timeout, target.text()::line);
            int wrong = run.send(count, seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed, out);
            return wrong == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (IOException e) {
            throw new NoVerdictException(target.root() + " cannot be reached: " + e.getMessage());
        }
    }
}
