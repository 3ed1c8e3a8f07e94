package dev.remoteassistance.server.config;

import dev.remoteassistance.server.store.StoreOptions;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
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

    Throttle throttle();

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

        /** How many verified tokens are kept, so that they need not be verified again; none if it is 0. */
        @WithDefault("10000")
        int tokenCacheSize();
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
        /** JDBC URL, {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE}. */
        String url();

        /** Role of the database; if absent, the URL's. */
        Optional<String> user();

        /** The role's password; if absent, the URL's. */
        Optional<String> password();

        /** Whether a server brings the schema up to date when it starts, or demands that it is. */
        @WithDefault("at-start")
        StoreOptions.Migration migration();

        /** Most reports that wait for a transaction. */
        @WithDefault("10000")
        int queueCapacity();

        /** Age at which reports are deleted; if absent, they are kept for ever. */
        Optional<Duration> retention();
    }

    /** How many requests a tenant, and an app within it, may send. */
    interface Throttle {
        /** Whose figures count: {@code off}, {@code graph} or {@code custom}, which needs the three others. */
        @WithDefault("off")
        String mode();

        /** Requests of a tenant in each window. */
        Optional<Integer> tenantRequests();

        /** Requests of an app within a tenant in each window. */
        Optional<Integer> appRequests();

        /** An ISO 8601 duration. */
        Optional<@WithConverter(DurationConverter.class) Duration> window();
    }
}
