package dev.remoteassistance.server.auth.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The issuer's keys in memory: those of the last lookup that succeeded, unless too long ago. */
final class HeldKeys {

    private static final Logger LOG = LoggerFactory.getLogger(HeldKeys.class);

    private final Duration outage;
    private volatile Optional<JWKSet> keys = Optional.empty();
    private long confirmed;
    private boolean failing;

    /**
     * @param outage keys that the issuer has not confirmed for this long are forgotten
     */
    HeldKeys(Duration outage) {
        this.outage = outage;
    }

    /** Returns the keys in use, the same object for as long as they are the same; empty if there are none. */
    Optional<JWKSet> keys() {
        return keys;
    }

    /** Takes the keys that a lookup has brought. */
    synchronized void confirm(JWKSet published) {
        confirmed = System.nanoTime();
        // The order in which keys are published means nothing.
        if (keys.isEmpty() || !new HashSet<>(keys.get().getKeys()).equals(new HashSet<>(published.getKeys()))) {
            keys = Optional.of(published);
        }
        if (failing) {
            LOG.info("The issuer's keys can be looked up again");
        }
        failing = false;
    }

    /** Notes that a lookup has failed. */
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
