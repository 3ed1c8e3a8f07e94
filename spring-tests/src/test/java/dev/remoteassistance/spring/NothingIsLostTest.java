package dev.remoteassistance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.everything.document.ContractBody;
import dev.remoteassistance.everything.document.DocumentComparison;
import dev.remoteassistance.everything.document.DocumentSample;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a contract allows comes back from a controller as it was sent. {@code -DQT_SEED=…} draws the documents of an
 * earlier run.
 */
class NothingIsLostTest {

    private static final int DOCUMENTS = 400;

    private static final RunningApplication APPLICATION = RunningApplication.SHARED;

    private final long seed = Long.getLong("QT_SEED", System.nanoTime());

    @ParameterizedTest
    @CsvSource({"contract.file, reportRemoteAssistance, /report", "everything.file, createThing, /thing"})
    void everyDocumentComesBackAsItWasSent(String contract, String operation, String path) throws Exception {
        ContractBody body = ContractBody.read(Path.of(System.getProperty(contract)), operation);
        Set<String> documents = DocumentSample.draw(body, seed, DOCUMENTS);
        DocumentComparison comparison = new DocumentComparison(body.schema());
        List<String> faults = new ArrayList<>();
        for (String document : documents) {
            HttpResponse<String> answer = APPLICATION.post(path, document);
            if (answer.statusCode() == 200) {
                comparison
                        .differences(DocumentComparison.read(document), DocumentComparison.read(answer.body()))
                        .forEach(difference -> faults.add(shortened(difference)));
            } else {
                faults.add(shortened(answer.statusCode() + " for " + document));
            }
        }

        assertThat(faults).as("seed %d", seed).isEmpty();
        assertThat(documents).hasSizeGreaterThan(DOCUMENTS / 2);
    }

    /** Documents are long, and the seed draws them again. */
    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 300));
    }
}
