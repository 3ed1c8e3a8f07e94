package dev.remoteassistance.server.command;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A development store in a folder. Runs commands on it in this process. */
record StoreBesideCommands(Path folder) {

    static final Caller CALLER = new Caller("tenant", CallerKind.USER, "app", "user", Set.of());

    /** Stores reports that all arrive at the same time. */
    void store(Instant arrival, Stream<RemoteAssistanceReporting> reports) {
        StoreLocation location = StoreLocation.of(StoreLocation.SQLITE + folder.resolve("reports.db"));
        Clock clock = Clock.fixed(arrival, ZoneOffset.UTC);
        try (SqlReportStore store = SqlReportStore.open(location, StoreOptions.DEFAULT, clock)) {
            List<CompletableFuture<?>> stored = reports.<CompletableFuture<?>>map(
                            report -> store.append(CALLER, report).toCompletableFuture())
                    .toList();
            stored.forEach(CompletableFuture::join);
        }
    }

    void store(Instant arrival, String id) {
        store(arrival, Stream.of(new RemoteAssistanceReporting().id(id)));
    }

    /** Runs a command, and returns its output. */
    String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exitCode = run(out, arguments);
        if (exitCode != 0) {
            throw new IllegalStateException("Exit code %d after %s".formatted(exitCode, out));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Runs a command, and returns its exit code. */
    int run(OutputStream standardOutput, String... arguments) {
        PrintStream before = System.out;
        PrintStream out = new PrintStream(standardOutput, true, StandardCharsets.UTF_8);
        System.setOut(out);
        try {
            String[] all = Stream.concat(Stream.of(arguments), Stream.of("--data", folder.toString()))
                    .toArray(String[]::new);
            return ServerCommand.commandLine()
                    .setOut(new PrintWriter(out, true))
                    .execute(all);
        } finally {
            System.setOut(before);
        }
    }
}
