package dev.remoteassistance.everything.document;

import java.math.BigInteger;
import java.util.List;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.generators.Generate;

/**
 * Generates numbers as JSON spells them, up to the contract's longest: beyond long, beyond double, with all forms of
 * exponents.
 */
final class NumberGenerator implements Gen<String> {

    private static final List<String> NOTORIOUS = List.of(
            "-0",
            "-0.0",
            "0e0",
            "0.1",
            "1.0",
            "1e2",
            "9007199254740993",
            "" + Long.MAX_VALUE,
            "" + Long.MIN_VALUE,
            BigInteger.TWO.pow(63).toString(),
            BigInteger.TWO.pow(64).toString(),
            "" + Double.MAX_VALUE,
            "" + Double.MIN_VALUE,
            "1E400",
            "-1E-400",
            "0.1000000000000000055511151231257827021181583404541015625");

    private final int maxLength;
    private final Gen<Integer> kind = Generate.range(0, 5);
    private final Gen<String> notorious = Generate.pick(NOTORIOUS);
    private final Gen<Long> digits = Generate.longRange(0, Long.MAX_VALUE);
    private final Gen<Integer> length;
    private final Gen<Integer> point;
    private final Gen<String> sign = Generate.pick(List.of("", "-"));
    private final Gen<String> exponent;

    NumberGenerator(int maxLength) {
        this.maxLength = maxLength;
        this.length = Generate.range(0, 9)
                .zip(
                        Generate.range(1, 40, 1),
                        Generate.range(1, maxLength, 1),
                        (kind, few, many) -> kind < 7 ? few : kind < 9 ? many : Integer.valueOf(maxLength));
        this.point = Generate.range(0, maxLength);
        // The exponent fits in 32 bits, wherever the point is among the digits.
        Gen<Integer> size = Generate.range(0, 2)
                .zip(
                        Generate.range(0, 9),
                        Generate.range(0, 999),
                        Generate.range(0, Integer.MAX_VALUE - maxLength),
                        (kind, tiny, small, any) -> kind == 0 ? tiny : kind == 1 ? small : any);
        this.exponent = Generate.pick(List.of("", "e", "E", "e+", "E+", "e-", "E-"))
                .zip(size, (mark, number) -> mark.isEmpty() ? "" : mark + number);
    }

    @Override
    public String generate(RandomnessSource source) {
        int chosen = kind.generate(source);
        String listed = notorious.generate(source);
        long drawn = digits.generate(source);
        int count = length.generate(source);
        int before = point.generate(source);
        String minus = sign.generate(source);
        String power = exponent.generate(source);
        return switch (chosen) {
            case 0 -> minus + drawn % 100;
            case 1 -> minus + drawn;
            case 2 -> listed;
            case 3 -> minus + repeated(drawn, count - minus.length());
            case 4 -> minus + repeated(drawn, Math.min(count, maxLength - minus.length() - power.length())) + power;
            default -> decimal(drawn, count, before, minus, power);
        };
    }

    private String decimal(long drawn, int count, int before, String minus, String power) {
        int room = maxLength - minus.length() - power.length() - ".".length();
        String all = repeated(drawn, Math.min(count, room));
        int split = before % all.length();
        return split == 0
                ? minus + "0." + all.substring(0, Math.min(all.length(), room - 1)) + power
                : minus + all.substring(0, split) + "." + all.substring(split) + power;
    }

    private static String repeated(long digits, int length) {
        String once = Long.toString(digits);
        return digits == 0 ? once : once.repeat(length / once.length() + 1).substring(0, Math.max(1, length));
    }
}
