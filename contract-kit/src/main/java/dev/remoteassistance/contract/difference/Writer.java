package dev.remoteassistance.contract.difference;

/** Who writes what a place describes: requests are the consumer's, but for those of callbacks and webhooks. */
public enum Writer {
    CONSUMER("readOnly"),
    PROVIDER("writeOnly");

    private final String hidden;

    Writer(String hidden) {
        this.hidden = hidden;
    }

    /** The keyword of properties that this writer never sends. */
    public String hiddenKeyword() {
        return hidden;
    }

    /** Who writes the other half of the exchange. */
    public Writer other() {
        return this == CONSUMER ? PROVIDER : CONSUMER;
    }
}
