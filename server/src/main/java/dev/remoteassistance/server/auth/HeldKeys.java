package dev.remoteassistance.server.auth;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Optional;

/** The issuer's keys as they are in memory, to look at without waiting for anybody. */
@FunctionalInterface
interface HeldKeys {

    /** Returns the keys in use, the same object for as long as they are the same; empty if there are none. */
    Optional<JWKSet> held();

    /**
     * Looks at the keys of a source. Of one that cannot be looked at, nothing is known: what was verified with its keys is
     * not to be relied upon a second time.
     */
    static HeldKeys of(JWKSource<SecurityContext> source) {
        if (source instanceof HeldKeys keys) {
            return keys;
        }
        Optional<JWKSet> fixed = source instanceof ImmutableJWKSet<?> keys
                ? Optional.of(keys.getJWKSet()).filter(set -> !set.isEmpty())
                : Optional.empty();
        return () -> fixed;
    }
}
