package dev.remoteassistance.contract.verify;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Makes text of an untrusted server fit for terminals and reports: hides tokens that the server repeats, replaces
 * control characters, which terminals obey and XML forbids, and shortens long text.
 */
final class ReportText {

    private static final int LONGEST = 2_000;

    private final Set<String> secrets = new LinkedHashSet<>();

    /** Hides a text from now on. */
    void hide(String secret) {
        secrets.add(secret);
    }

    /** Returns text that may have more than one line. */
    String lines(String text) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, "[token]");
        }
        return shortened(hidden)
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "\uFFFD")
                .replaceAll("[\\p{Cs}\\p{Cf}\\uFFFE\\uFFFF]", "\uFFFD");
    }

    /** Returns text of one line. */
    String line(String text) {
        return lines(text).replaceAll("\\s+", " ");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "… (" + (text.length() - LONGEST) + " more characters)";
    }
}
