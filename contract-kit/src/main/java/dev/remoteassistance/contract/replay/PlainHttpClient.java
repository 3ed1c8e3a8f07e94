package dev.remoteassistance.contract.replay;

import au.com.dius.pact.provider.IHttpClientFactory;
import au.com.dius.pact.provider.IProviderInfo;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends a request once and returns the response as it is. Pact's own client hides what a consumer would see: it retries
 * a request after a 503, when the provider's delay is over, and it follows redirects.
 */
final class PlainHttpClient implements IHttpClientFactory {

    private final CloseableHttpClient client;

    /**
     * Makes a client.
     *
     * @param timeout how long to wait for a connection, and for each part of a response
     */
    PlainHttpClient(Duration timeout) {
        Timeout limit = Timeout.of(timeout);
        client = HttpClients.custom()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                // An idle connection would delay the stop of a provider.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(limit).build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(limit)
                                .setSocketTimeout(limit)
                                .build())
                        .build())
                .build();
    }

    @Override
    public CloseableHttpClient newClient(IProviderInfo provider) {
        return client;
    }

    /** Sends a GET to a URL; any response will do. */
    void reach(URI address) throws IOException {
        client.execute(new HttpGet(address), answer -> answer.getCode());
    }
}
