package dev.remoteassistance.server.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash behind the keys of reports. Every Java platform has it. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
