package dev.remoteassistance.server.dev;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws a fault for a share of the requests: {@code 429:0.2,slow=5:0.1} throttles a fifth and delays a tenth by 5 s. */
final class FaultShares implements Supplier<Optional<Fault>> {

    private static final Pattern FORM = Pattern.compile("([a-z0-9-]+)(?:=(\\d{1,4}))?:(\\d(?:\\.\\d{1,6})?)");

    private final Map<Fault, Double> shares;

    private FaultShares(Map<Fault, Double> shares) {
        this.shares = shares;
    }

    /**
     * Reads shares.
     *
     * @param text {@code KIND[=SECONDS]:SHARE}, several separated by commas
     * @throws IllegalArgumentException if the text is something else, or the shares are more than 1 together
     */
    static FaultShares parse(String text) {
        Map<Fault, Double> shares = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            Matcher form = FORM.matcher(part);
            if (!form.matches()) {
                throw new IllegalArgumentException(
                        "'%s' must be KIND[=SECONDS]:SHARE, such as 429:0.2 or slow=5:0.1".formatted(part));
            }
            Fault.Kind kind = Fault.Kind.of(form.group(1));
            Fault fault = form.group(2) == null
                    ? Fault.of(kind)
                    : new Fault(kind, Duration.ofSeconds(Long.parseLong(form.group(2))));
            shares.merge(fault, Double.valueOf(form.group(3)), Double::sum);
        }
        // Sums of decimal fractions are not exact.
        if (shares.values().stream().mapToDouble(share -> share).sum() > 1.000001) {
            throw new IllegalArgumentException("the shares are more than 1 together");
        }
        return new FaultShares(shares);
    }

    @Override
    public Optional<Fault> get() {
        double draw = ThreadLocalRandom.current().nextDouble();
        for (Map.Entry<Fault, Double> share : shares.entrySet()) {
            draw -= share.getValue();
            if (draw < 0) {
                return Optional.of(share.getKey());
            }
        }
        return Optional.empty();
    }
}
