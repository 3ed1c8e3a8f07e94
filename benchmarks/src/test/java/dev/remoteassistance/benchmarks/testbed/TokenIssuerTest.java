package dev.remoteassistance.benchmarks.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.issuer.IssuerTemplate;
import dev.remoteassistance.server.auth.issuer.RemoteKeys;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenIssuerTest {

    @Test
    void mintsTokensThatTheServerAccepts() throws Exception {
        try (TokenIssuer issuer = TokenIssuer.start()) {
            AccessTokenVerifier verifier = new AccessTokenVerifier(
                    RemoteKeys.at(issuer.jwksUri()),
                    List.of(new IssuerTemplate(issuer.issuer())),
                    Set.of(TokenIssuer.AUDIENCE),
                    Clock.systemUTC(),
                    AccessTokenVerifier.CACHED_TOKENS);
            List<String> tokens = issuer.tokens(100);

            List<Caller> callers = new ArrayList<>();
            for (String token : tokens) {
                callers.add(verifier.verify(token));
            }
            assertThat(tokens).doesNotHaveDuplicates();
            assertThat(callers).extracting(Caller::appId).doesNotHaveDuplicates();
            assertThat(callers).extracting(Caller::tenantId).containsAll(TokenIssuer.TENANTS);
            assertThat(callers).allMatch(caller -> ReportOperation.find().permits(caller.permissions()));
        }
    }
}
