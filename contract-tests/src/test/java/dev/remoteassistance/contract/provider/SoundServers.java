package dev.remoteassistance.contract.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Servers without a fault, used again. They become the variants whose fault is between consumer and server, or between server and
 * store. JUnit finds this class as a service. It closes the idle ones when the tests that a JVM was given have run.
 */
public final class SoundServers implements TestExecutionListener {

    private static final Queue<ServerUnderTest> IDLE = new ConcurrentLinkedQueue<>();

    /** Returns an idle server, or a new one, as a variant with a fault outside the server. */
    static ServerUnderTest take(ServerFault fault) {
        ServerUnderTest idle = IDLE.poll();
        if (idle == null) {
            return start(fault);
        }
        idle.become(fault);
        return idle;
    }

    static void giveBack(ServerUnderTest server) {
        IDLE.add(server);
    }

    /** Starts a variant whose fault is in the server itself. */
    static ServerUnderTest start(ServerFault fault) {
        try {
            return ServerUnderTest.start(Files.createTempDirectory(Path.of("target"), "server-under-test"), fault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        for (ServerUnderTest server = IDLE.poll(); server != null; server = IDLE.poll()) {
            server.close();
        }
    }
}
