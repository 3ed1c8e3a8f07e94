package dev.remoteassistance.contract.release;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A contract's version, {@code major.minor.patch}. */
public record ContractVersion(int major, int minor, int patch) implements Comparable<ContractVersion> {

    private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})");
    private static final Comparator<ContractVersion> ORDER = Comparator.comparingInt(ContractVersion::major)
            .thenComparingInt(ContractVersion::minor)
            .thenComparingInt(ContractVersion::patch);

    /**
     * Reads a version.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static ContractVersion parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("info.version must be major.minor.patch, and is '" + text + "'");
        }
        return new ContractVersion(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
    }

    @Override
    public int compareTo(ContractVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
