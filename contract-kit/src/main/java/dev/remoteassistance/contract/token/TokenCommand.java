package dev.remoteassistance.contract.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.contract.replay.PreparationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A shell command that prints an access token; run again for each interaction, with the state's parameters in its
 * environment.
 *
 * @param state provider state, for messages
 * @param command for {@code sh -c}
 * @param timeout how long it may take
 */
record TokenCommand(String state, String command, Duration timeout) implements TokenSource {

    /** Exit code of a command that cannot put the target into the state; test tools use it for skipped tests. */
    static final int CANNOT = 77;

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Optional<String> token(Map<String, Object> parameters) {
        try {
            ProcessBuilder shell =
                    new ProcessBuilder("sh", "-c", command).redirectError(ProcessBuilder.Redirect.INHERIT);
            parameters.forEach((name, value) -> shell.environment().put(variable(name), text(value)));
            Process process = shell.start();
            process.getOutputStream().close();
            CompletableFuture<String> printed = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new PreparationException(prefix() + "took longer than " + timeout.toSeconds() + " seconds");
            }
            return process.exitValue() == CANNOT ? Optional.empty() : Optional.of(token(process, printed));
        } catch (IOException e) {
            throw new PreparationException(prefix() + "cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PreparationException(prefix() + "was interrupted");
        }
    }

    private String token(Process process, CompletableFuture<String> printed) {
        if (process.exitValue() != 0) {
            throw new PreparationException(prefix() + "exited with " + process.exitValue());
        }
        return TokenSource.tokenIn(printed.join())
                .orElseThrow(
                        () -> new PreparationException(prefix() + "printed something other than one access token"));
    }

    private String prefix() {
        return "the token command for the state '" + state + "' ";
    }

    private static String variable(String parameter) {
        return parameter.replaceAll("[^A-Za-z0-9_]", "_");
    }

    private static String text(Object value) {
        try {
            return value instanceof String text ? text : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
