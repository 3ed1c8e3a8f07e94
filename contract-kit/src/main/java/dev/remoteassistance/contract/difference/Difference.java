package dev.remoteassistance.contract.difference;

/**
 * One change between two versions of a contract, judged by the rules.
 *
 * @param place where the change is
 * @param aspect what changed at the place, mostly a keyword of OpenAPI
 * @param words what changed, for the reader
 * @param effect what it does to those who rely on the contract
 * @param before the changed node in the baseline; {@link Origin#NONE} if it is new
 * @param after the changed node in the revision; {@link Origin#NONE} if it is gone
 */
public record Difference(Place place, String aspect, String words, Effect effect, Origin before, Origin after) {

    /** Effect of a change on those who rely on the contract. */
    public enum Effect {
        BREAK,
        ADDITION,
        /** No rule judges the change; it is only reported. */
        NOT_COMPARED;

        /** Returns the effect of a change that the rules judge. */
        public static Effect of(boolean isBreak) {
            return isBreak ? BREAK : ADDITION;
        }
    }

    /** Returns whether the change can break a consumer. */
    public boolean isBreak() {
        return effect == Effect.BREAK;
    }

    @Override
    public String toString() {
        return place + ": " + words;
    }
}
