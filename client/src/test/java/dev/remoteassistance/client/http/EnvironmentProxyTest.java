package dev.remoteassistance.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.remoteassistance.client.RemoteAssistanceClient;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which proxy the environment means for which server. */
class EnvironmentProxyTest {

    @ParameterizedTest
    @CsvSource({
        "https_proxy, http://127.0.0.1:3128, https://graph.example, 3128",
        "HTTPS_PROXY, 127.0.0.1:3128, https://graph.example, 3128",
        "HTTPS_PROXY, HTTP://127.0.0.1/, https://graph.example, 80",
        "http_proxy, http://127.0.0.1:3128, http://graph.example, 3128",
        "https_proxy, http://127.0.0.1:3128, http://graph.example, 0",
        "http_proxy, http://127.0.0.1:3128, https://graph.example, 0",
        "HTTP_PROXY, http://127.0.0.1:3128, http://graph.example, 0",
        "https_proxy, ' ', https://graph.example, 0",
    })
    void readsTheVariables(String variable, String value, URI server, int port) {
        assertThat(EnvironmentProxy.of(Map.of(variable, value)).select(server)).containsExactly(proxy(port));
    }

    @Test
    void prefersSmallLetters() {
        assertThat(EnvironmentProxy.of(Map.of("https_proxy", "127.0.0.1:1", "HTTPS_PROXY", "127.0.0.1:2"))
                        .select(URI.create("https://graph.example")))
                .containsExactly(proxy(1));
    }

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "graph.example, true",
        "' other , Graph.Example', true",
        "example, true",
        ".example, true",
        "*.example, true",
        "h.example, false",
        "a.graph.example, false",
        "',', false",
    })
    void goesDirectlyToSome(String list, boolean direct) {
        assertThat(EnvironmentProxy.of(Map.of("https_proxy", "127.0.0.1:3128", "NO_PROXY", list))
                        .select(URI.create("https://graph.example")))
                .containsExactly(proxy(direct ? 0 : 3128));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host:1",
                "socks5://host:1",
                "http://me:secret@host:1",
                "me:secret@host",
                "http://",
                "a b"
            })
    void quotesNoProxyThatItCannotUse(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RemoteAssistanceClient.builder(() -> "token").proxyFrom(Map.of("HTTPS_PROXY", secret)))
                .withMessage(
                        "https_proxy or HTTPS_PROXY is not the address of a proxy that is spoken to by plain HTTP and "
                                + "without credentials, such as http://host:3128")
                .withNoCause();
    }

    private static Proxy proxy(int port) {
        return port == 0 ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", port));
    }
}
