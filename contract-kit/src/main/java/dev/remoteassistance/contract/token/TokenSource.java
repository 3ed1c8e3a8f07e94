package dev.remoteassistance.contract.token;

import dev.remoteassistance.contract.option.NoVerdictException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Source of the access tokens of a provider state. */
@FunctionalInterface
interface TokenSource {

    /**
     * Returns a token for one interaction.
     *
     * @param parameters the state's parameters in the pact
     * @return empty if the target cannot be put into the state
     */
    Optional<String> token(Map<String, Object> parameters);

    /**
     * Returns the source of the token in a file, which is read once.
     *
     * @throws NoVerdictException if the file cannot be read, or holds no token; its content is not repeated
     */
    static TokenSource file(Path file) {
        try {
            Optional<String> token = tokenIn(Files.readString(file));
            if (token.isPresent()) {
                return parameters -> token;
            }
        } catch (NoSuchFileException e) {
            throw new NoVerdictException("no such file: " + file);
        } catch (MalformedInputException e) {
            // It is no text, so it holds no token.
        } catch (IOException e) {
            throw new NoVerdictException("cannot read " + file);
        }
        throw new NoVerdictException("no access token in " + file);
    }

    /** Returns the token in a text, without the white space around it; empty if the text is none by RFC 6750. */
    static Optional<String> tokenIn(String text) {
        return Optional.of(text.strip()).filter(token -> token.matches("[A-Za-z0-9\\-._~+/]+=*"));
    }
}
