package dev.remoteassistance.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestExecutionListener;

class SoundServersTest {

    @Test
    void areUsedAgainAndClosedWhenAllTestsHaveRun() throws Exception {
        ServerUnderTest server = SoundServers.take(ServerFault.NONE);
        server.reset();
        URI root = server.root();
        new Socket(root.getHost(), root.getPort()).close();
        SoundServers.giveBack(server);

        List<TestExecutionListener> listeners = ServiceLoader.load(TestExecutionListener.class).stream()
                .filter(listener -> listener.type() == SoundServers.class)
                .<TestExecutionListener>map(ServiceLoader.Provider::get)
                .toList();
        assertThat(listeners).hasSize(1);
        listeners.get(0).testPlanExecutionFinished(null);

        assertThatThrownBy(() -> new Socket(root.getHost(), root.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }
}
