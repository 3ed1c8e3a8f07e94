package dev.remoteassistance.contract.format;

import java.util.regex.Pattern;

/**
 * Makes text of a contract or a pact fit for one line: it may contain characters that terminals obey and XML forbids.
 */
public final class PlainText {

    private static final int LONGEST = 2_000;
    private static final Pattern SPACE = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cf}\\uFFFE\\uFFFF]");

    private PlainText() {}

    /** Returns one line without control characters, shortened if it is long. */
    public static String line(String text) {
        String shortened = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return UNPRINTABLE.matcher(SPACE.matcher(shortened).replaceAll(" ")).replaceAll("\uFFFD");
    }
}
