package dev.remoteassistance.contract.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import dev.remoteassistance.everything.document.ContractBody;
import dev.remoteassistance.everything.document.DocumentGenerator;
import dev.remoteassistance.server.report.ReportResource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quicktheories.QuickTheory;

/**
 * The export prints every document that the contract allows as it was sent. Each run draws other documents. With
 * {@code -DQT_SEED=…}, and {@code -Pci} for the longer run, it draws those of an earlier run again.
 */
class NothingIsLostTest {

    /** Drawn beyond the number that must be stored, because the store keeps documents that happen to be equal only once. */
    private static final int SPARE = 100;

    private static final int SHRINKS = 4_000;
    private static final int SHRINKS_PER_STORE = 50;

    private final ContractBody contract =
            ContractBody.read(Path.of(System.getProperty("contract.file")), ReportResource.OPERATION);
    private final DocumentGenerator documents = new DocumentGenerator(contract);
    private final long seed = Long.getLong("QT_SEED", System.nanoTime());

    @TempDir
    Path folder;

    NothingIsLostTest() throws IOException {}

    @Test
    void everyDocumentIsExportedAsItWasSent() throws Exception {
        sendAndExport(1_000);
    }

    /** With so many documents, everything that can be drawn has been drawn. */
    @Tag("ci")
    @Test
    void documentsOfEveryKindAreExportedAsTheyWereSent() throws Exception {
        DocumentCensus census = sendAndExport(10_000);
        assertThat(census.missing()).as("seed %d, drawn never", seed).isEmpty();
    }

    private DocumentCensus sendAndExport(int count) throws Exception {
        Instant start = Instant.now();
        Set<String> sent = new LinkedHashSet<>();
        property(count).forAll(documents).checkAssert(sent::add);
        DocumentCensus census = new DocumentCensus(contract);
        ReportRoundTrip.Outcome outcome;
        try (ReportRoundTrip roundTrip = new ReportRoundTrip(contract, folder)) {
            outcome = roundTrip.send(sent, census::count);
        }
        System.out.printf(
                "Seed %d: %d documents sent, %d stored, %d with differences, in %d s. In how many there is%n%s%n",
                seed,
                sent.size(),
                outcome.stored(),
                outcome.differences().size(),
                Duration.between(start, Instant.now()).toSeconds(),
                census);
        shrink(count, outcome.differences().keySet());
        assertThat(outcome.differences()).as("seed %d, but not by itself", seed).isEmpty();
        assertThat(outcome.stored()).as("seed %d, stored", seed).isGreaterThanOrEqualTo(count);
        return census;
    }

    /** Draws the same documents again, sends the first bad one by itself, and has the library make it smaller. */
    private void shrink(int count, Set<String> bad) throws IOException {
        if (!bad.isEmpty()) {
            try (SingleReports reports = new SingleReports(bad)) {
                property(count).forAll(documents).checkAssert(reports::check);
            }
        }
    }

    private QuickTheory property(int count) {
        return qt().withFixedSeed(seed)
                .withExamples(count + SPARE)
                .withShrinkCycles(SHRINKS)
                .withReporter(new SmallestDocument());
    }

    /** Sends documents one by one, beginning with the first bad one. */
    private final class SingleReports implements AutoCloseable {

        private final Set<String> bad;
        private final List<CompletableFuture<Void>> closing = new ArrayList<>();
        private ReportRoundTrip roundTrip;
        private int count;

        private SingleReports(Set<String> bad) throws IOException {
            this.bad = bad;
            this.roundTrip = new ReportRoundTrip(contract, folder);
        }

        private void check(String document) {
            if (count == 0 && !bad.contains(document)) {
                return;
            }
            try {
                // A new store now and then, since each check exports all that is in it.
                if (++count % SHRINKS_PER_STORE == 0) {
                    closeSoon();
                    roundTrip = new ReportRoundTrip(contract, folder);
                }
                List<String> differences = roundTrip
                        .send(List.of(document), (text, body) -> {})
                        .differences()
                        .getOrDefault(document, List.of());
                if (!differences.isEmpty()) {
                    throw new AssertionError(String.join("\n", differences));
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Closes in the background, because a server waits for its clients when it stops. */
        private void closeSoon() {
            closing.add(CompletableFuture.runAsync(roundTrip::close));
        }

        @Override
        public void close() {
            closeSoon();
            closing.forEach(CompletableFuture::join);
        }
    }
}
