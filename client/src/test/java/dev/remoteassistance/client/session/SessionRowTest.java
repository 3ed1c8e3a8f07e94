package dev.remoteassistance.client.session;

import static dev.remoteassistance.model.RemoteAssistanceSessionColumn.DATE_DIFFERENCE;
import static dev.remoteassistance.model.RemoteAssistanceSessionColumn.HELPER_EMAIL;
import static dev.remoteassistance.model.RemoteAssistanceSessionColumn.SESSIONSTART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the typed values of a row. */
class SessionRowTest {

    private static final List<Object> NO_WHOLE_NUMBERS =
            List.of("1", true, new BigDecimal("1.0"), BigInteger.ONE.shiftLeft(63), List.of());

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:15Z, 2026-11-23T09:15:00Z",
        "2026-11-23T10:15:30.000000001+01:00, 2026-11-23T09:15:30.000000001Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z",
    })
    void readsDateTimes(String text, Instant instant) {
        assertThat(row("Sessionstart", text).dateTime(SESSIONSTART)).hasValue(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "2026-11-23", "2026-11-23T09:15:30", "2026-11-23T09:15:30.0000000001Z"})
    void saysWhereADateTimeIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row("Sessionstart", text).dateTime(SESSIONSTART))
                .withMessage("The value in the column Sessionstart is not a date-time with an offset")
                .withNoCause();
    }

    @ParameterizedTest
    @FieldSource("NO_WHOLE_NUMBERS")
    void saysWhereANumberIsNone(Object value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row("DateDifference", value).number(DATE_DIFFERENCE))
                .withMessage("The value in the column DateDifference is not a whole number of 64 bits");
    }

    @Test
    void saysWhereATextIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row("HelperEmail", 1).text(HELPER_EMAIL))
                .withMessage("The value in the column HelperEmail is not text");
    }

    @Test
    void tellsAnAbsentValueFromAnAbsentColumn() {
        SessionRow row = new SessionRow(List.of("HelperEmail", "Count"), Arrays.asList(null, null));

        assertThat(row.text(HELPER_EMAIL)).isEmpty();
        assertThat(row.dateTime(HELPER_EMAIL)).isEmpty();
        assertThat(row.number("Count")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.number(DATE_DIFFERENCE))
                .withMessage("The report has no column DateDifference; it has [HelperEmail, Count]");
    }

    @Test
    void cannotBeChanged() {
        assertThatThrownBy(() -> row("Count", 1).values().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static SessionRow row(String column, Object value) {
        return new SessionRow(List.of(column), List.of(value));
    }
}
