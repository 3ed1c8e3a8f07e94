package dev.remoteassistance.contract.state;

import static java.util.Map.entry;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.dev.DevIssuer;
import dev.remoteassistance.server.report.ReportResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The provider states that are about the caller: each yields a really signed token. */
public final class CallerStates {

    /** The least permission that a caller needs. */
    public static final String PERMISSION = Contract.load()
            .operation(ReportResource.OPERATION)
            .leastPermissions()
            .get(0);

    private static final String NO_PERMISSION = "User.Read";

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    /** The tokens that were issued: a signature takes longer than a request. */
    private static final Map<List<String>, String> ISSUED = new ConcurrentHashMap<>();

    private final Map<String, Function<Map<String, Object>, String>> tokens = Map.ofEntries(
            entry(ProviderStates.USER_MAY_REPORT, parameters -> user(PERMISSION)),
            entry(ProviderStates.USER_HAS_REPORTED, parameters -> user(PERMISSION)),
            entry(ProviderStates.TENANT_HAS_SESSIONS, parameters -> user(PERMISSION)),
            entry(ProviderStates.TENANT_IS_THROTTLED, parameters -> user(PERMISSION)),
            entry(ProviderStates.STORE_IS_DOWN, parameters -> user(PERMISSION)),
            entry(ProviderStates.SERVER_HAS_A_FAULT, parameters -> user(PERMISSION)),
            entry(ProviderStates.APP_MAY_REPORT, parameters -> app(PERMISSION)),
            entry(ProviderStates.REPORT_IS_STORED, parameters -> app(PERMISSION)),
            entry(ProviderStates.USER_WITH_PERMISSION, parameters -> user(permission(parameters))),
            entry(ProviderStates.APP_WITH_PERMISSION, parameters -> app(permission(parameters))),
            entry(ProviderStates.USER_LACKS_PERMISSION, parameters -> user(NO_PERMISSION)),
            entry(ProviderStates.ROLES_OF_A_USER, parameters -> rolesOfAUser()),
            entry(ProviderStates.TENANT_IS_NOT_SERVED, parameters -> unserved()),
            entry(ProviderStates.TOKEN_HAS_EXPIRED, parameters -> expired()),
            entry(ProviderStates.TOKEN_OF_ANOTHER_AUDIENCE, parameters -> forAnother()),
            entry(ProviderStates.TOKEN_OF_A_STRANGER, parameters -> strange()));

    private final Supplier<String> tenant;

    /**
     * Mints tokens.
     *
     * @param tenant the tenant of the next token
     */
    public CallerStates(Supplier<String> tenant) {
        this.tenant = tenant;
    }

    /** Returns the token of a state; empty if there is no such state. */
    public Optional<String> token(String state, Map<String, Object> parameters) {
        return Optional.ofNullable(tokens.get(state)).map(token -> token.apply(parameters));
    }

    /** Returns a user's token with this permission alone. */
    public String user(String permission) {
        return user("", permission, claims -> claims);
    }

    private String user(String change, String permission, UnaryOperator<JWTClaimsSet.Builder> edit) {
        return issued(change, TestIssuer.TRUSTED, CallerKind.USER, tenant.get(), permission, edit);
    }

    private String app(String permission) {
        return issued("", TestIssuer.TRUSTED, CallerKind.APP, tenant.get(), permission, claims -> claims);
    }

    private String rolesOfAUser() {
        return user("roles", NO_PERMISSION, claims -> claims.claim("roles", List.of(PERMISSION)));
    }

    private String expired() {
        return user(
                "expired",
                PERMISSION,
                claims -> claims.expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(5)))));
    }

    private String forAnother() {
        return user("for another", PERMISSION, claims -> claims.audience(TestIssuer.OTHER_AUDIENCE));
    }

    private static String unserved() {
        return issued(
                "", TestIssuer.TRUSTED, CallerKind.USER, TestIssuer.UNSERVED_TENANT, PERMISSION, claims -> claims);
    }

    private String strange() {
        return issued("strange", TestIssuer.STRANGER, CallerKind.USER, tenant.get(), PERMISSION, claims -> claims);
    }

    /** Signs a token when it is asked for first. */
    private static String issued(
            String change,
            DevIssuer issuer,
            CallerKind kind,
            String tenant,
            String permission,
            UnaryOperator<JWTClaimsSet.Builder> edit) {
        return ISSUED.computeIfAbsent(List.of(change, kind.name(), tenant, permission), key -> {
            // Valid since ever, so that a server with a wrong clock is wrong about the expiry alone.
            JWTClaimsSet.Builder claims =
                    issuer.claims(kind, tenant, List.of(permission), LIFETIME).notBeforeTime(null);
            return issuer.sign(edit.apply(claims).build());
        });
    }

    private static String permission(Map<String, Object> parameters) {
        return (String) parameters.get(ProviderStates.PERMISSION);
    }
}
