package dev.remoteassistance.contract.difference;

/** The half of an exchange that a place belongs to. */
public enum Side {
    REQUEST,
    RESPONSE
}
