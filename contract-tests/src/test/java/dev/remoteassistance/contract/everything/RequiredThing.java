package dev.remoteassistance.contract.everything;

/** The smallest thing. */
final class RequiredThing {

    /** Its members, without the braces. */
    static final String MEMBERS = "\"id\":\"a\",\"requiredText\":\"b\",\"requiredInteger\":1,\"requiredNumber\":1.5,"
            + "\"requiredFlag\":true,\"requiredColour\":\"red\",\"requiredClosed\":{\"name\":\"c\",\"count\":2},"
            + "\"requiredList\":[\"d\"],\"requiredMap\":{\"e\":\"f\"},\"requiredDateTime\":\"2017-01-01T00:00:00Z\"";

    private RequiredThing() {}
}
