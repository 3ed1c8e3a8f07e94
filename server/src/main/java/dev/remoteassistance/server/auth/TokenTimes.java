package dev.remoteassistance.server.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.Date;

/**
 * The time in which a token is valid, in milliseconds since the epoch.
 *
 * @param notBefore when the token becomes valid
 * @param expiry when the token expires
 */
record TokenTimes(long notBefore, long expiry) {

    /** Accepted difference between the issuer's clock and ours. */
    private static final long CLOCK_SKEW = Duration.ofSeconds(60).toMillis();

    /** Reads the times of a token. One without an expiry counts as expired: it would be valid for ever. */
    static TokenTimes of(JWTClaimsSet claims) {
        Date notBefore = claims.getNotBeforeTime();
        Date expiry = claims.getExpirationTime();
        return new TokenTimes(
                notBefore == null ? Long.MIN_VALUE : notBefore.getTime(),
                expiry == null ? Long.MIN_VALUE : expiry.getTime());
    }

    // The skew is applied to the clock's time: a token's time can be so large that a sum with it overflows.

    boolean isExpired(long now) {
        return now - CLOCK_SKEW >= expiry;
    }

    boolean isEarly(long now) {
        return now + CLOCK_SKEW < notBefore;
    }
}
