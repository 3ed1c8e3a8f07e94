package dev.remoteassistance.contract.ledger;

import java.util.function.Predicate;

/** Compares media types. */
final class MediaTypes {

    private MediaTypes() {}

    /** Tests whether a {@code Content-Type} names this type, with any parameters. */
    static Predicate<String> isOf(String mediaType) {
        return header -> header.split(";")[0].strip().equalsIgnoreCase(mediaType);
    }
}
