package dev.remoteassistance.everything.document;

import static org.quicktheories.QuickTheory.qt;

import java.util.LinkedHashSet;
import java.util.Set;

/** Draws documents that a contract allows. */
public final class DocumentSample {

    private DocumentSample() {}

    /**
     * Returns different documents, in the order in which they were drawn.
     *
     * @param seed draws the same documents again
     * @param draws how many are drawn, of which some may be equal
     */
    public static Set<String> draw(ContractBody contract, long seed, int draws) {
        Set<String> documents = new LinkedHashSet<>();
        qt().withFixedSeed(seed)
                .withExamples(draws)
                .forAll(new DocumentGenerator(contract))
                .checkAssert(documents::add);
        return documents;
    }
}
