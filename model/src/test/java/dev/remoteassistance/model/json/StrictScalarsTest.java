package dev.remoteassistance.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.text.ScalarValues;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that each type of the generated classes accepts exactly the JSON values that it can keep. */
class StrictScalarsTest {

    private final JsonMapper mapper = JsonPolicy.newMapper();

    @ParameterizedTest
    @MethodSource("dev.remoteassistance.model.text.ScalarValues#types")
    void aTypeTakesItsOwnValuesOnly(Class<?> type, List<String> taken) {
        assertThat(ScalarValues.ALL.stream().filter(value -> takes(type, value)))
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.Integer, 2147483647",
        "java.lang.Integer, -2147483648",
        "java.lang.Long, 9223372036854775807",
        "java.lang.Long, -9223372036854775808",
        "java.math.BigInteger, 123456789012345678901234567890123456789",
        "java.math.BigDecimal, 0.1000000000000000055511151231257827021181583404541015625",
        "java.math.BigDecimal, 1234567890123456789",
        "java.math.BigDecimal, 1.10",
        "java.math.BigDecimal, 1E+400",
    })
    void keepsEveryDigit(Class<?> type, String number) throws IOException {
        assertThat(mapper.writeValueAsString(mapper.readValue(number, type))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.Integer, 2147483648, must be an integer from -2147483648 to 2147483647",
        "java.lang.Integer, -2147483649, must be an integer from -2147483648 to 2147483647",
        "java.lang.Long, 9223372036854775808, must be an integer from -9223372036854775808 to 9223372036854775807",
        "java.math.BigDecimal, 1e99999999999, must be a number whose exponent has 32 bits",
    })
    void saysTheRuleOfANumberThatItCannotHold(Class<?> type, String number, String rule) {
        assertThatThrownBy(() -> mapper.readValue(number, type))
                .isInstanceOfSatisfying(
                        InvalidFormatException.class,
                        fault -> assertThat(fault.getOriginalMessage()).endsWith(rule));
    }

    @Test
    void nullIsNoValueOfAnyType() throws IOException {
        for (Arguments type : ScalarValues.types()) {
            assertThat(mapper.readValue("null", (Class<?>) type.get()[0])).isNull();
        }
    }

    private boolean takes(Class<?> type, String value) {
        try {
            mapper.readValue(value, type);
            return true;
        } catch (MismatchedInputException refused) {
            return false;
        } catch (JsonProcessingException another) {
            throw new AssertionError(value + " must be refused by its type, or be read", another);
        }
    }
}
