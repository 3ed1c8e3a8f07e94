package dev.remoteassistance.contract.difference;

/**
 * Rules for judging a change. Values that consumers write may only become less restricted; values that providers write
 * may only become more restricted.
 *
 * @param writer who writes the value
 * @param isInverted whether the schema is in a {@code not}, where a schema that matches more values allows fewer
 * @param isStrict whether an added property counts as narrower, as it does in a {@code not}; elsewhere it is an
 *     addition
 * @param isXml whether the value is XML, where elements and attributes differ
 */
public record Judgement(Writer writer, boolean isInverted, boolean isStrict, boolean isXml) {

    /** Returns the judgement for schemas outside of any {@code not}. */
    public static Judgement of(Writer writer) {
        return new Judgement(writer, false, false, false);
    }

    /** Returns the same judgement for XML. */
    public Judgement ofXml() {
        return new Judgement(writer, isInverted, isStrict, true);
    }

    /** Returns the judgement for the schema inside a {@code not}, which values must not match. */
    public Judgement insideNot() {
        return new Judgement(writer, !isInverted, true, isXml);
    }

    /**
     * Returns whether the schema must still match all values that it matched before; if not, it may match no new
     * values.
     */
    public boolean keepsOld() {
        return (writer == Writer.CONSUMER) != isInverted;
    }

    /** Returns whether a change breaks those who rely on the contract. */
    public boolean isBrokenBy(Direction direction) {
        return direction == Direction.OTHER || (direction == Direction.NARROWER) == keepsOld();
    }
}
