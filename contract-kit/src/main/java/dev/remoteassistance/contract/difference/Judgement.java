package dev.remoteassistance.contract.difference;

/**
 * How a change is judged. What a consumer writes may only be allowed more than before, what a provider writes only less.
 *
 * @param writer who writes the value
 * @param isInverted whether the schema stands in a {@code not}, where to allow more is to allow less
 * @param isStrict whether an added property counts as narrower, as it does in a {@code not}; elsewhere it is an addition
 * @param isXml whether the value is XML, where elements and attributes differ
 */
public record Judgement(Writer writer, boolean isInverted, boolean isStrict, boolean isXml) {

    /** The judgement of what stands outside of any {@code not}. */
    public static Judgement of(Writer writer) {
        return new Judgement(writer, false, false, false);
    }

    /** The same for XML. */
    public Judgement ofXml() {
        return new Judgement(writer, isInverted, isStrict, true);
    }

    /** The judgement of a schema that must not be fulfilled. */
    public Judgement insideNot() {
        return new Judgement(writer, !isInverted, true, isXml);
    }

    /** Whether all that was allowed must stay allowed; otherwise all that is allowed must have been allowed. */
    public boolean keepsOld() {
        return (writer == Writer.CONSUMER) != isInverted;
    }

    /** Whether a change breaks those who rely on the contract. */
    public boolean isBrokenBy(Direction direction) {
        return direction == Direction.OTHER || (direction == Direction.NARROWER) == keepsOld();
    }
}
