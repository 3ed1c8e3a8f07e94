package dev.remoteassistance.contract.pact;

import au.com.dius.pact.provider.IHttpClientFactory;
import au.com.dius.pact.provider.IProviderInfo;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/**
 * Sends a request once and shows the answer as it is. Pact's own client repeats a request that is answered 503, after
 * the time that the provider asks for, and follows redirects: both hide what a consumer would see.
 */
final class PlainHttpClient implements IHttpClientFactory {

    private static final int SECONDS = 30;

    private static final CloseableHttpClient CLIENT = HttpClients.custom()
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableContentCompression()
            // An idle connection would hold up a provider that stops.
            .setConnectionReuseStrategy((request, response, context) -> false)
            .setDefaultRequestConfig(RequestConfig.custom()
                    .setResponseTimeout(SECONDS, TimeUnit.SECONDS)
                    .build())
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setConnectTimeout(SECONDS, TimeUnit.SECONDS)
                            .setSocketTimeout(SECONDS, TimeUnit.SECONDS)
                            .build())
                    .build())
            .build();

    @Override
    public CloseableHttpClient newClient(IProviderInfo provider) {
        return CLIENT;
    }
}
