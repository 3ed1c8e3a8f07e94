package dev.remoteassistance.benchmarks.fault;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.JavaProgram;
import dev.remoteassistance.benchmarks.process.ProgramRun;
import dev.remoteassistance.benchmarks.process.ServerEnvironment;
import dev.remoteassistance.benchmarks.process.TemporaryFolder;
import dev.remoteassistance.benchmarks.process.TokenIssuer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a run needs around the server. All of it is gone afterwards, also if somebody interrupts the command. */
final class FaultScene implements AutoCloseable {

    static final List<String> SERVER_OPTIONS = List.of("-Xmx256m");

    private final TemporaryFolder folder = TemporaryFolder.create();
    private final TokenIssuer issuer = TokenIssuer.start();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Thread cleaner = new Thread(this::abandon, "cleaner");
    private boolean keepsFolder;
    private boolean closed;

    private FaultScene() {}

    static FaultScene set() {
        FaultScene scene = new FaultScene();
        Runtime.getRuntime().addShutdownHook(scene.cleaner);
        return scene;
    }

    Path folder() {
        return folder.path();
    }

    /** Leaves the folder to whoever wants to look into it. */
    Path keepFolder() {
        keepsFolder = true;
        return folder.path();
    }

    /** Different tokens. */
    List<String> tokens(int count) {
        return issuer.tokens(count);
    }

    /** Closes a part at the end, before those that came earlier. */
    <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    /** Our server on a store; not started yet. */
    RestartableServer server(String name, FaultStore store) {
        JavaProgram program = JavaProgram.server(name, SERVER_OPTIONS, ServerEnvironment.of(issuer, store.url()));
        return keep(new RestartableServer(program, folder.path()));
    }

    /** A command of our server on a store. */
    JavaProgram command(String name, List<String> javaOptions, List<String> arguments, FaultStore store) {
        return JavaProgram.server(name, javaOptions, arguments, ServerEnvironment.of(issuer, store.url()));
    }

    /** Looks into a store by the command {@code export}, and by the database's own means. */
    void audit(FaultStore store, ReportLedger ledger, Verdict verdict) {
        store.damage().forEach(damage -> verdict.broken("the database is damaged: " + damage));
        JavaProgram program = command("export", List.of(), List.of("export"), store);
        StoreAudit audit = new StoreAudit();
        ProgramRun export = ProgramRun.of(program, folder.path(), audit::see);
        if (export.exitCode() != 0) {
            // Nothing can be said of what is stored.
            throw new BenchmarkException("export ended with %d: %s".formatted(export.exitCode(), export.errors()));
        }
        audit.judge(ledger, verdict);
    }

    /** Closes what is still open, by force. */
    private void abandon() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        tearDown();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(cleaner);
        tearDown();
    }

    private synchronized void tearDown() {
        if (closed) {
            return;
        }
        closed = true;
        parts.forEach(FaultScene::closeQuietly);
        closeQuietly(issuer);
        if (!keepsFolder) {
            closeQuietly(folder);
        }
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.printf("Something is left behind: %s%n", e.getMessage());
        }
    }
}
