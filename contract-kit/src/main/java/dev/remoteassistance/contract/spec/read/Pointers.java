package dev.remoteassistance.contract.spec.read;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** JSON Pointers (RFC 6901), also as the fragments of references. */
public final class Pointers {

    private Pointers() {}

    /** A name as it stands in a pointer. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** A text of a URI without its percent-encoding; a percent sign that encodes nothing stands for itself. */
    public static String percentDecoded(String text) {
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
