package dev.remoteassistance.contract.release;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Extent of the changes since the baseline, and the least version that it demands. */
public enum Extent {
    /** The same file, byte by byte. */
    NONE("nothing changed", version -> version),
    /** Descriptions, examples, names of operations and tags, comments: nothing that is sent. */
    WORDS(
            "words changed, which demands a new patch version",
            version -> new ContractVersion(version.major(), version.minor(), version.patch() + 1)),
    /** Changes of what is sent that cannot break a consumer. */
    ADDITION(
            "something was added, which demands a new minor version",
            version -> new ContractVersion(version.major(), version.minor() + 1, 0)),
    /** Changes that can break a consumer. */
    BREAK(
            "promises were broken, which demands a new major version",
            version -> new ContractVersion(version.major() + 1, 0, 0));

    private final String words;
    private final UnaryOperator<ContractVersion> least;

    Extent(String words, UnaryOperator<ContractVersion> least) {
        this.words = words;
        this.least = least;
    }

    /**
     * Returns why the contract cannot have this version; empty if it can. The author may choose a higher version than
     * the least.
     */
    public Optional<String> objection(ContractVersion baseline, ContractVersion contract) {
        ContractVersion demanded = least.apply(baseline);
        if (contract.compareTo(baseline) < 0) {
            return Optional.of("info.version " + contract + " is lower than the baseline's " + baseline + ".");
        }
        return contract.compareTo(demanded) >= 0
                ? Optional.empty()
                : Optional.of("Since " + baseline + " " + words + ": raise info.version from " + contract + " to "
                        + demanded + (this == BREAK ? ", or take the change back." : "."));
    }
}
