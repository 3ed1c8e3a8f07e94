package dev.remoteassistance.server.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.Date;

/**
 * When a token is valid, in milliseconds of the epoch.
 *
 * @param notBefore when it becomes valid
 * @param expiry when it ceases to be valid
 */
record TokenTimes(long notBefore, long expiry) {

    /** How far the issuer's clock and ours may differ. */
    private static final long CLOCK_SKEW = Duration.ofSeconds(60).toMillis();

    /** A token without an expiry has expired: it would be valid for ever. */
    static TokenTimes of(JWTClaimsSet claims) {
        Date notBefore = claims.getNotBeforeTime();
        Date expiry = claims.getExpirationTime();
        return new TokenTimes(
                notBefore == null ? Long.MIN_VALUE : notBefore.getTime(),
                expiry == null ? Long.MIN_VALUE : expiry.getTime());
    }

    // The skew is added to the clock's time, since the token's can be so large that there is no room for it.

    boolean isExpired(long now) {
        return now - CLOCK_SKEW >= expiry;
    }

    boolean isEarly(long now) {
        return now + CLOCK_SKEW < notBefore;
    }
}
