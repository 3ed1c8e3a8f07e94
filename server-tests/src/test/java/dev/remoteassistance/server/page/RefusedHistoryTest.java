package dev.remoteassistance.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that a session is shown without its history if that is refused, and that the reader learns why. */
@Tag("ci")
class RefusedHistoryTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    static final RunningServer SERVER =
            new RunningServer(parts -> parts.pages(Pages.sessions(RunningServer.CONTRACT, Optional.empty()))
                    .entrance(RefusedHistoryTest::withoutHistories));

    @Test
    void saysSoInTheDialog() throws Exception {
        BROWSER.mayComplain("500");
        assertThat(SERVER.post("{\"reportingPayload\":{\"id\":\"a\"}}").statusCode())
                .isEqualTo(204);
        BROWSER.open(SERVER.uri("/sessions#from=&session=a"));
        BROWSER.paste("#token", SERVER.token());
        BROWSER.click("#sign-in button");
        BROWSER.until(browser -> "false".equals(browser.find("#signed-in").getDomAttribute("aria-busy")));

        assertThat(BROWSER.texts("dialog #history-problem"))
                .containsExactly("The history cannot be shown: The server refused the question (500).");
        assertThat(BROWSER.texts("dialog dd")).contains("a");
        assertThat(BROWSER.texts("#problem")).isEmpty();
    }

    private static Handler withoutHistories(Handler api) {
        return new Handler.Wrapper(api) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                if (!request.getHttpURI().getPath().endsWith("HistoryReport")) {
                    return super.handle(request, response, callback);
                }
                response.setStatus(500);
                callback.succeeded();
                return true;
            }
        };
    }
}
