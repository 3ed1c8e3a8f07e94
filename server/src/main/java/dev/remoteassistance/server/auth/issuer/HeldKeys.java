package dev.remoteassistance.server.auth.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the issuer's keys in memory: those of the last successful lookup, until that is too long ago. */
final class HeldKeys {

    private static final Logger LOG = LoggerFactory.getLogger(HeldKeys.class);

    private final Duration outage;
    private volatile Optional<JWKSet> keys = Optional.empty();
    private long confirmed;
    private boolean failing;

    /**
     * @param outage how long keys stay in use if no lookup confirms them
     */
    HeldKeys(Duration outage) {
        this.outage = outage;
    }

    /** Returns the keys in use, the same object until they change; empty if there are none. */
    Optional<JWKSet> keys() {
        return keys;
    }

    /** Records the keys that a lookup returned. */
    synchronized void confirm(JWKSet published) {
        confirmed = System.nanoTime();
        // Compare as sets: the order in which keys are published has no meaning.
        if (keys.isEmpty() || !new HashSet<>(keys.get().getKeys()).equals(new HashSet<>(published.getKeys()))) {
            keys = Optional.of(published);
        }
        if (failing) {
            LOG.info("The issuer's keys can be looked up again");
        }
        failing = false;
    }

    /** Records that a lookup has failed. */
    synchronized void fail(Throwable fault) {
        if (!failing) {
            LOG.warn("The issuer's keys cannot be looked up; those known stay in use: {}", fault.toString());
        }
        if (System.nanoTime() - confirmed > outage.toNanos()) {
            keys = Optional.empty();
        }
        failing = true;
    }
}
