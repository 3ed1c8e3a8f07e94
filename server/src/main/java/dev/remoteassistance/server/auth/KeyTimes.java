package dev.remoteassistance.server.auth;

import java.time.Duration;

/**
 * How often, and how long, an issuer is asked for its keys.
 *
 * @param refresh from one look-up in the background to the next; this long a withdrawn key lives on
 * @param retry from a look-up that failed to the next, and between those that unknown keys may cause
 * @param lookup a look-up that takes longer has failed
 * @param outage keys that the issuer has not confirmed for this long are forgotten
 */
record KeyTimes(Duration refresh, Duration retry, Duration lookup, Duration outage) {

    static final KeyTimes PRODUCTION =
            new KeyTimes(Duration.ofMinutes(5), Duration.ofSeconds(5), Duration.ofSeconds(4), Duration.ofHours(4));
}
