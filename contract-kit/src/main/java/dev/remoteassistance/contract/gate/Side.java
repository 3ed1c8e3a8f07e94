package dev.remoteassistance.contract.gate;

/** Who writes a value, which decides what a change of its rule means: requests may only loosen, answers only tighten. */
public enum Side {
    REQUEST,
    RESPONSE;

    boolean isBrokenBy(Direction direction) {
        return direction == Direction.OTHER || direction == (this == REQUEST ? Direction.NARROWER : Direction.WIDER);
    }
}
