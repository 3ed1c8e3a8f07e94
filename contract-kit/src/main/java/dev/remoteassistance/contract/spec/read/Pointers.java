package dev.remoteassistance.contract.spec.read;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Encodes and decodes JSON Pointers (RFC 6901), also as the fragments of references. */
public final class Pointers {

    private Pointers() {}

    /** Escapes a name for a pointer. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Decodes a percent-encoded text; returns the text itself if a percent sign encodes nothing. */
    public static String percentDecoded(String text) {
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
