package dev.remoteassistance.everything.document;

import java.util.Arrays;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.generators.Generate;

/**
 * Generates texts of all Unicode planes, from the least to the most code points. A few code points repeat, so that few
 * draws make a long text.
 *
 * <p>Lone surrogates are left out: UTF-8 cannot encode them, so no JSON text that is sent can contain them.
 */
final class TextGenerator implements Gen<String> {

    private static final int CODE_POINTS = 4;
    private static final int SHORT = 8;

    /**
     * Code points that tools get wrong: NUL, separators that are no line ends in JSON, marks, non-characters, ends of
     * planes.
     */
    private static final int[] NOTORIOUS = {
        0,
        '\t',
        '\n',
        '\r',
        0x1F,
        '"',
        '/',
        '\\',
        0x7F,
        0x85,
        0xAD,
        0x2028,
        0x2029,
        0x202E,
        0x0301,
        0xFEFF,
        0xFFFD,
        0xFFFE,
        0xFFFF,
        0xD7FF,
        0xE000,
        0x1F680,
        0x1FFFF,
        Character.MAX_CODE_POINT,
    };

    private final Gen<Integer> length;
    private final Gen<Integer> codePoint =
            Generate.range(0, 9).zip(Generate.range(0, Character.MAX_CODE_POINT), TextGenerator::codePoint);

    TextGenerator(int min, int max) {
        this.length = Generate.range(0, 19)
                .zip(
                        Generate.range(min, Math.min(max, min + SHORT), min),
                        Generate.range(min, max, min),
                        (kind, few, many) -> kind == 19 ? Integer.valueOf(max) : kind == 18 ? many : few);
    }

    @Override
    public String generate(RandomnessSource source) {
        int count = length.generate(source);
        int[] drawn = new int[CODE_POINTS];
        Arrays.setAll(drawn, i -> codePoint.generate(source));
        return new String(drawn, 0, CODE_POINTS).repeat(count / CODE_POINTS)
                + new String(drawn, 0, count % CODE_POINTS);
    }

    private static int codePoint(int kind, int drawn) {
        return switch (kind) {
            case 0, 1, 2 -> 'a' + drawn % 26;
            case 3 -> drawn % 0x80;
            case 4 -> NOTORIOUS[drawn % NOTORIOUS.length];
            case 5 -> drawn % Character.MIN_SURROGATE;
            case 6 -> Character.MAX_SURROGATE + 1 + drawn % (Character.MAX_VALUE - Character.MAX_SURROGATE);
            default ->
                Character.MIN_SUPPLEMENTARY_CODE_POINT
                        + drawn % (Character.MAX_CODE_POINT - Character.MIN_SUPPLEMENTARY_CODE_POINT + 1);
        };
    }
}
