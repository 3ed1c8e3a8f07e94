package dev.remoteassistance.server.http;

import dev.remoteassistance.server.http.validation.ContractValidation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** What a body goes through in the server once its bytes are there, for tests that cannot send each over a network. */
public final class BodyReading {

    private final Validator validator =
            ContractValidation.configuration().buildValidatorFactory().getValidator();
    private final JsonDocumentReader documents = new JsonDocumentReader(validator);

    /** Reads a body, and checks it. */
    public <T> T read(byte[] body, Class<T> type) {
        RequestBody.requireUtf8(body);
        try {
            T value = documents.read(body, type);
            Set<ConstraintViolation<T>> violations = validator.validate(value);
            if (!violations.isEmpty()) {
                throw RefusalException.ofFaults(ViolationFaults.of(violations));
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing reads from anywhere", e);
        }
    }
}
