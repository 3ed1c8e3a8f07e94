package dev.remoteassistance.contract.difference;

/** The party that writes a value. Consumers write requests, except those of callbacks and webhooks. */
public enum Writer {
    CONSUMER("readOnly"),
    PROVIDER("writeOnly");

    private final String hidden;

    Writer(String hidden) {
        this.hidden = hidden;
    }

    /** Returns the keyword of properties that this writer never sends. */
    public String hiddenKeyword() {
        return hidden;
    }

    /** Returns the writer of the other half of the exchange. */
    public Writer other() {
        return this == CONSUMER ? PROVIDER : CONSUMER;
    }
}
