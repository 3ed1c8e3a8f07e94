package dev.remoteassistance.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.ServerJar;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what the command dev of the runnable jar stores. */
class DevReportsIT {

    @TempDir
    Path folder;

    private final JsonMapper json = JsonPolicy.newMapper();
    private Path data;

    @BeforeEach
    void choose() {
        data = folder.resolve("it's my data");
    }

    @Test
    void postsAReportAndFindsItStored() throws Exception {
        DevJar.dataWithKey(data);
        String body = "{\"reportingPayload\":{\"id\":\"\u0436\uD83D\uDE80\",\"x\":[1.50,null]}}";
        try (DevJar server = new DevJar(data)) {
            assertThat(server.post(server.token(), body)).isEqualTo(204);
            assertThat(server.post(server.token(), body)).isEqualTo(204);

            ServerJar.Result export = ServerJar.run("export", "--data", data.toString());

            assertThat(export.exitCode()).as(export.err()).isZero();
            JsonNode row = json.readTree(export.out());
            assertThat(row.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "sequence", "tenantId", "id", "receivedAt", "current", "appId", "userId", "payload");
            assertThat(row.required("id").asText()).isEqualTo("\u0436\uD83D\uDE80");
            assertThat(row.required("current").asBoolean()).isTrue();
            assertThat(row.required("payload")).isEqualTo(json.readTree(body).required("reportingPayload"));
        }
    }

    @Test
    void keepsKeyAndReportsOverARestart() throws Exception {
        String token;
        try (DevJar server = new DevJar(data)) {
            token = server.token();
            assertThat(server.post(token, "{\"reportingPayload\":{\"id\":\"a\"}}"))
                    .isEqualTo(204);
            assertThat(server.stop()).as("killed by SIGTERM").isEqualTo(143);
        }
        try (DevJar server = new DevJar(data)) {
            assertThat(server.post(token, "{\"reportingPayload\":{\"id\":\"b\"}}"))
                    .isEqualTo(204);
            assertThat(ServerJar.run("export", "--data", data.toString()).out().lines())
                    .hasSize(2);
        }
    }
}
