package dev.remoteassistance.server.auth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/** The key set that an issuer publishes: cached, looked up again for an unknown key, served on while it is down. */
public final class RemoteKeys {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MAX_BYTES = 1 << 20;
    private static final Duration OUTAGE = Duration.ofHours(4);

    private RemoteKeys() {}

    public static JWKSource<SecurityContext> at(URI jwksUri) {
        try {
            return JWKSourceBuilder.create(
                            jwksUri.toURL(), new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES))
                    .retrying(true)
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a URL: " + jwksUri, e);
        }
    }
}
