package dev.remoteassistance.contract.difference;

/**
 * One change, as the rules see it.
 *
 * @param place where
 * @param aspect what changed at the place, mostly a keyword of OpenAPI
 * @param words what changed, for the reader
 * @param effect what it does to those who rely on the contract
 * @param before where it stood; {@link Origin#NONE} for what is new
 * @param after where it stands; {@link Origin#NONE} for what is gone
 */
public record Difference(Place place, String aspect, String words, Effect effect, Origin before, Origin after) {

    /** What a change does. */
    public enum Effect {
        BREAK,
        ADDITION,
        /** The rules do not say: the change is named, and nothing more. */
        NOT_COMPARED;

        /** The effect of a change that the rules judge. */
        public static Effect of(boolean isBreak) {
            return isBreak ? BREAK : ADDITION;
        }
    }

    /** Whether a consumer could break. */
    public boolean isBreak() {
        return effect == Effect.BREAK;
    }
}
