package dev.remoteassistance.server.auth;

import dev.remoteassistance.server.auth.issuer.KeysUnavailableException;
import dev.remoteassistance.server.http.AdmissionHandler;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RequestRecord;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses requests without a valid token of a tenant that is served, before a resource is looked for and before a body
 * is read. Takes the token from the Authorization header alone.
 */
public final class BearerCheck implements AdmissionHandler.Check {

    private static final String SCHEME = "Bearer";
    private static final Pattern AUTHORIZATION = Pattern.compile("(?is)" + SCHEME + " +(.+)");

    private static final String CALLER = Caller.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(BearerCheck.class);

    private final AccessTokenVerifier verifier;
    private final TenantPolicy tenants;

    public BearerCheck(AccessTokenVerifier verifier, TenantPolicy tenants) {
        this.verifier = verifier;
        this.tenants = tenants;
    }

    @Override
    public void check(Request request, RequestRecord record) {
        Caller caller = verified(token(request));
        record.tenant(caller.tenantId());
        tenants.refusal(caller.tenantId()).ifPresent(reason -> {
            throw new RefusalException(ErrorCode.FORBIDDEN, reason);
        });
        request.setAttribute(CALLER, caller);
    }

    /** Returns the caller of a request that has passed this check; null before. */
    public static Caller callerOf(Request request) {
        return (Caller) request.getAttribute(CALLER);
    }

    private static String token(Request request) {
        List<String> headers = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
        Matcher one = AUTHORIZATION.matcher(headers.size() == 1 ? headers.get(0).trim() : "");
        if (!one.matches()) {
            throw unauthorized("The Authorization header must hold one access token: Bearer <token>.", SCHEME);
        }
        return one.group(1);
    }

    private Caller verified(String token) {
        try {
            return verifier.verify(token);
        } catch (InvalidTokenException e) {
            String challenge = "%s error=\"invalid_token\", error_description=\"%s\"".formatted(SCHEME, e.getMessage());
            throw unauthorized(e.getMessage(), challenge);
        } catch (KeysUnavailableException e) {
            // At debug, because any stranger's request comes here; the missing keys are in the log already.
            LOG.debug("The issuer's keys cannot be had: {}", e.getCause().getMessage());
            throw new RefusalException(ErrorCode.KEYS_UNAVAILABLE, "Access tokens cannot be verified at the moment.");
        }
    }

    private static RefusalException unauthorized(String message, String challenge) {
        return new RefusalException(
                ErrorCode.INVALID_AUTHENTICATION_TOKEN,
                message,
                Map.of(HttpHeader.WWW_AUTHENTICATE.asString(), challenge));
    }
}
