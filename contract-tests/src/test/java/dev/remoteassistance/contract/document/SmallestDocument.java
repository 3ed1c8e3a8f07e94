package dev.remoteassistance.contract.document;

import java.util.List;
import org.quicktheories.api.AsString;
import org.quicktheories.core.ExceptionReporter;

/** Reports the smallest bad document and the seed, without the larger documents on the way. */
final class SmallestDocument extends ExceptionReporter {

    @Override
    public void falisification(
            long seed, int count, Object smallest, Throwable cause, List<Object> others, AsString<Object> text) {
        throw new AssertionError("Document %d is not exported as it was sent. Shrunk:%n%s%n%s%nSeed %d"
                .formatted(count, text.asString(smallest), text.asString(cause.getMessage()), seed));
    }
}
