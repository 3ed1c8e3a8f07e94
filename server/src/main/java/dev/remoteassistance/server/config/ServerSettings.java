package dev.remoteassistance.server.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
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

    /** The API's listener. */
    interface Http {
        @WithDefault("0.0.0.0")
        String host();

        @WithDefault("8080")
        int port();
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

    /** Where reports are kept. */
    interface Store {
        /** JDBC URL, {@code jdbc:sqlite:FILE}. */
        String url();
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
