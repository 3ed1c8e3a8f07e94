package dev.remoteassistance.client;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the requests that the client sends. */
class ClientRequestTest extends ClientTest {

    @Test
    void sendsTheReportAsTheContractSays() {
        answer(noContent());

        client().report(new RemoteAssistanceReporting()
                .id("\u0436\uD83D\uDE80")
                .startDateTime(OffsetDateTime.parse("2016-12-31T23:58:46.7156189-08:00"))
                .putAdditionalProperty("future", List.of(1, "two")));

        server.verify(
                1,
                postRequestedFor(urlEqualTo(PATH))
                        .withHeader("Authorization", equalTo("Bearer token-1"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withHeader("Accept", equalTo("application/json"))
                        .withHeader("Upgrade", absent())
                        .withRequestBody(equalToJson("{\"reportingPayload\":{\"id\":\"\u0436\uD83D\uDE80\","
                                + "\"startDateTime\":\"2016-12-31T23:58:46.7156189-08:00\",\"future\":[1,\"two\"]}}")));
    }

    @Test
    void namesEachReportAnew() {
        answer(noContent());

        client().report(REPORT);
        client().report(REPORT);

        assertThat(requestNames()).hasSize(2).doesNotHaveDuplicates().allMatch(name -> name.matches("[0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//"})
    void takesTheRootWithAndWithoutSlash(String end) {
        answer(noContent());

        builder().baseUri(URI.create(server.baseUrl() + end)).build().report(REPORT);

        server.verify(1, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void takesARootBelowAPath() {
        answer(noContent());

        builder().baseUri(URI.create(server.baseUrl() + "/gateway/")).build().report(REPORT);

        server.verify(1, postRequestedFor(urlEqualTo("/gateway" + PATH)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host", "/path", "host:80", "http://host?a=b", "https:///path", "http://host#f"})
    void refusesWhatIsNoRoot(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().baseUri(URI.create(uri)))
                .withMessageContaining(uri);
    }

    @Test
    void refusesSettingsWithoutMeaning() {
        assertThatIllegalArgumentException().isThrownBy(() -> builder().requestTimeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder().connectTimeout(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, Duration.ofMillis(-1), Duration.ZERO));
        assertThatThrownBy(() -> client().report(null)).isInstanceOf(NullPointerException.class);
    }
}
