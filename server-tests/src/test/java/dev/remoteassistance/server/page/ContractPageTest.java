package dev.remoteassistance.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.contract.Operation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests the page of the contract in a browser. */
@Tag("ci")
class ContractPageTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(parts -> parts.pages(Pages.contract()));

    @Test
    void showsEveryOperation() {
        open();

        assertThat(BROWSER.texts(".opblock-summary-path span"))
                .extracting(path -> path.replace("\u200b", ""))
                .isEqualTo(RunningServer.CONTRACT.operations().stream()
                        .map(Operation::path)
                        .toList());
    }

    @Test
    void aRequestCanBeTried() {
        open();
        BROWSER.click(".authorize");
        BROWSER.paste(".modal-ux input", SERVER.token());
        BROWSER.click(".modal-ux .authorize");
        BROWSER.click(".modal-ux .btn-done");
        BROWSER.click("#operations-DeviceManagement-reportRemoteAssistance .opblock-summary-control");
        BROWSER.until(browser -> !browser.texts(".try-out__btn").isEmpty());
        BROWSER.click(".try-out__btn");
        BROWSER.click(".execute");
        BROWSER.until(browser ->
                !browser.texts(".live-responses-table .response-col_status").isEmpty());

        assertThat(BROWSER.texts(".live-responses-table .response .response-col_status"))
                .containsExactly("204");
        assertThat(SERVER.stored()).hasSize(1);
    }

    private static void open() {
        BROWSER.open(SERVER.uri("/docs"));
        BROWSER.until(browser -> !browser.texts(".opblock").isEmpty());
    }
}
