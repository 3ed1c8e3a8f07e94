package dev.remoteassistance.contract.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Converts a plain scalar to a JSON value, by the core schema of YAML 1.2. Dates stay text. */
final class ScalarValue {

    /** The first characters of all scalars that are not text. Most scalars are text. */
    private static final String OTHER_THAN_TEXT = "~nNtTfF+-.0123456789";

    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?");
    /** Longer numbers stay text, for they take long to convert, and no contract needs them. */
    private static final int MAX_DIGITS = 1_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ScalarValue() {}

    static JsonNode of(String text) {
        if (!text.isEmpty() && OTHER_THAN_TEXT.indexOf(text.charAt(0)) < 0) {
            return NODES.textNode(text);
        } else if (NULL.matcher(text).matches()) {
            return NODES.nullNode();
        } else if (TRUE.matcher(text).matches()) {
            return NODES.booleanNode(true);
        } else if (FALSE.matcher(text).matches()) {
            return NODES.booleanNode(false);
        } else if (text.length() > MAX_DIGITS) {
            return NODES.textNode(text);
        } else if (INTEGER.matcher(text).matches()) {
            return integer(new BigInteger(text));
        } else if (HEXADECIMAL.matcher(text).matches()) {
            return integer(new BigInteger(text.substring(2), 16));
        } else if (OCTAL.matcher(text).matches()) {
            return integer(new BigInteger(text.substring(2), 8));
        } else if (DECIMAL.matcher(text).matches()) {
            return NODES.numberNode(new BigDecimal(text));
        }
        return NODES.textNode(text);
    }

    private static JsonNode integer(BigInteger value) {
        return value.bitLength() < Integer.SIZE
                ? NODES.numberNode(value.intValue())
                : value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }
}
