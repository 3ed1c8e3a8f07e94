package dev.remoteassistance.contract.document;

import com.atlassian.oai.validator.report.ValidationReport;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one point in which a validator's {@code format: date-time} is ignored: RFC 3339 demands seconds, while OData, and
 * so the pattern in the contract, lets them be missing.
 */
public final class MissingSeconds {

    private static final String KEY = "format.date-time";
    private static final Pattern VALUE =
            Pattern.compile("String \"([^\"]*T[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9:]*))\" is invalid");

    private MissingSeconds() {}

    /** Tells whether a validator complains of nothing but that. */
    public static boolean isMeant(ValidationReport.Message complaint) {
        Matcher value = VALUE.matcher(complaint.getMessage());
        if (!complaint.getKey().endsWith(KEY) || !value.find()) {
            return false;
        }
        try {
            OffsetDateTime.parse(value.group(1));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
