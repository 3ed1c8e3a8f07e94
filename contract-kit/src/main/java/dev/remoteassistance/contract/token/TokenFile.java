package dev.remoteassistance.contract.token;

import dev.remoteassistance.contract.option.NoVerdictException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A file with an access token, read once. */
final class TokenFile implements TokenSource {

    private final String token;

    /**
     * Reads the file.
     *
     * @throws NoVerdictException if it cannot be read, or holds no token; its content is not repeated
     */
    TokenFile(Path file) {
        try {
            token = TokenText.read(Files.readString(file))
                    .orElseThrow(() -> new NoVerdictException("no access token in " + file));
        } catch (NoSuchFileException e) {
            throw new NoVerdictException("no such file: " + file);
        } catch (MalformedInputException e) {
            throw new NoVerdictException("no access token in " + file);
        } catch (IOException e) {
            throw new NoVerdictException("cannot read " + file);
        }
    }

    @Override
    public Optional<String> token(Map<String, Object> parameters) {
        return Optional.of(token);
    }
}
