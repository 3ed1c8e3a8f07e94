package dev.remoteassistance.server.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.remoteassistance.server.auth.issuer.IssuerTemplate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Checks the claims of a token whose signature is valid. */
final class ClaimRules {

    private final List<IssuerTemplate> issuers;
    private final Set<String> audiences;
    private final Clock clock;

    ClaimRules(Collection<IssuerTemplate> issuers, Collection<String> audiences, Clock clock) {
        this.issuers = List.copyOf(issuers);
        this.audiences = Set.copyOf(audiences);
        this.clock = clock;
    }

    /** Checks issuer, audience and times, in this order. */
    void require(JWTClaimsSet claims) throws InvalidTokenException {
        String tenantId = EntraClaims.text(claims, EntraClaims.TENANT);
        if (issuers.stream().noneMatch(issuer -> issuer.matches(claims.getIssuer(), tenantId))) {
            throw new InvalidTokenException("The access token has an issuer that is not accepted here.");
        }
        if (claims.getAudience().stream().filter(Objects::nonNull).noneMatch(audiences::contains)) {
            throw new InvalidTokenException("The access token is meant for another audience.");
        }
        TokenTimes times = TokenTimes.of(claims);
        if (times.isExpired(clock.millis())) {
            throw new InvalidTokenException("The access token has expired.");
        }
        if (times.isEarly(clock.millis())) {
            throw new InvalidTokenException("The access token is not valid yet.");
        }
        if (tenantId == null || tenantId.isBlank()) {
            throw new InvalidTokenException("The access token names no tenant.");
        }
    }
}
