package dev.remoteassistance.contract.proof;

import dev.remoteassistance.contract.ledger.Grant;
import dev.remoteassistance.contract.pact.Exchange;
import dev.remoteassistance.contract.provider.WireEdits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the grant from the access token of a request, as Microsoft Entra writes it. */
final class TokenGrants implements Grant.Reader {

    /** Form of a token; some consumers send a header without one. */
    private static final Pattern JWT = Pattern.compile("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]+");

    @Override
    public Optional<Grant> apply(Exchange exchange) {
        return exchange.requestHeader("Authorization")
                .filter(header -> JWT.matcher(header).matches())
                .map(WireEdits::claims)
                .map(TokenGrants::grant);
    }

    private static Grant grant(Map<String, Object> claims) {
        return "app".equals(claims.get("idtyp"))
                ? new Grant("clientCredentials", Set.copyOf(strings(claims.get("roles"))))
                : new Grant(
                        "authorizationCode",
                        Set.copyOf(
                                Arrays.asList(String.valueOf(claims.get("scp")).split(" "))));
    }

    private static List<String> strings(Object claim) {
        return ((List<?>) claim).stream().map(String::valueOf).toList();
    }
}
