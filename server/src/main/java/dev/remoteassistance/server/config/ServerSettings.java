package dev.remoteassistance.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator sets. A setting without a default is required: the server would otherwise run open, or into a store
 * that nobody chose.
 */
@ConfigMapping(prefix = ServerSettings.PREFIX)
public interface ServerSettings {

    String PREFIX = "remote-assistance";

    Http http();

    Management management();

    Auth auth();

    Store store();

    Log log();

    /** The API's listener. */
    interface Http {
        @WithDefault("0.0.0.0")
        String host();

        @WithDefault("8080")
        int port();

        Tls tls();

        /**
         * How long the API answers on after readiness went down. Five seconds let a load balancer see it, and leave
         * enough of the half minute that Kubernetes gives a process to end.
         */
        @WithDefault("PT5S")
        Duration drainTime();
    }

    /** The API's certificate: both files, or none for plain HTTP. */
    interface Tls {

        /** PEM file of the certificate, followed by those of its issuers. */
        Optional<Path> certificate();

        /** PEM file of its key, in PKCS#8. */
        Optional<Path> privateKey();
    }

    /** The listener for health and metrics, which ask for no token. */
    interface Management {
        @WithDefault(Endpoint.LOOPBACK)
        String host();

        @WithDefault("8081")
        int port();
    }

    /** Whose tokens are valid. */
    interface Auth {
        /** Accepted {@code iss} values; {@code {tenantid}} stands for the token's tenant. */
        Set<String> issuers();

        /** Accepted {@code aud} values. */
        Set<String> audiences();

        /** The issuer's key set; https, or http on loopback. */
        URI jwksUri();

        /** Tenants that are served; all others are refused. */
        Set<String> allowedTenants();
    }

    /** What the server writes to its error output. */
    interface Log {

        @WithDefault("text")
        LogFormat format();

        /** Whether each request gets a line. */
        @WithDefault("true")
        boolean access();
    }

    /** Where reports are kept. */
    interface Store {
        /** JDBC URL, {@code jdbc:sqlite:FILE}. */
        String url();
    }
}
