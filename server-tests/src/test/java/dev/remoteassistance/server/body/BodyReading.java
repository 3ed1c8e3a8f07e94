package dev.remoteassistance.server.body;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Set;

/** Reads a body as the server does once its bytes have arrived, for tests that cannot send each body over a network. */
public final class BodyReading {

    private final Validator validator =
            ContractValidation.configuration().buildValidatorFactory().getValidator();
    private final JsonDocumentReader documents = new JsonDocumentReader(validator);

    /** Reads a body and validates it. */
    public <T> T read(byte[] body, Class<T> type) {
        ByteBuffer json = ByteBuffer.wrap(body);
        ReceivedBody.requireUtf8(json);
        try {
            T value = documents.read(json, type);
            Set<ConstraintViolation<T>> violations = validator.validate(value);
            if (!violations.isEmpty()) {
                throw ViolationFaults.refusal(violations);
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing reads from anywhere", e);
        }
    }
}
