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
 * Servers without a fault, used again until they are worn. A proxy turns them into the variants whose fault is between
 * consumer and server. JUnit finds this class as a service. It closes the idle ones when the tests
 * that a JVM was given have run.
 */
public final class SoundServers implements TestExecutionListener {

    private static final Queue<ServerUnderTest> IDLE = new ConcurrentLinkedQueue<>();

    /** Returns an idle server, or a new one. */
    static ServerUnderTest take() {
        ServerUnderTest idle = IDLE.poll();
        return idle == null ? start(ServerFault.NONE) : idle;
    }

    static void giveBack(ServerUnderTest server) {
        if (server.isWorn()) {
            server.close();
        } else {
            IDLE.add(server);
        }
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
