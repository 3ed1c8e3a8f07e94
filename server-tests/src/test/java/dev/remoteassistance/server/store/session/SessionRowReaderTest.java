package dev.remoteassistance.server.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import org.junit.jupiter.api.Test;

class SessionRowReaderTest {

    @Test
    void keepsNothingThatNoColumnShows() {
        assertThat(SessionRowReader.report("""
                {"@odata.type": "#microsoft.graph.remoteAssistanceReporting", "id": "1", "later": {"id": "2", "many": [{"a": 1}, 2]},
                 "helperEmail": "helper@contoso.example", "empty": {}}
                """))
                .isEqualTo(new RemoteAssistanceReporting().id("1").helperEmail("helper@contoso.example"));
    }
}
