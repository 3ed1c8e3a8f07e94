package dev.remoteassistance.server.front.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of the certificate and its private key.
 *
 * @param certificate PEM file of the server's certificate, followed by those of its issuers
 * @param privateKey PEM file of its key
 */
public record TlsFiles(Path certificate, Path privateKey) {

    /**
     * Reads the certificate and its issuers'.
     *
     * @throws IllegalArgumentException if the file cannot be used; the message completes a sentence about it:
     *     "must hold …"
     */
    public PemCertificate readCertificate() {
        return PemCertificate.parse(read(certificate));
    }

    /**
     * Reads both files.
     *
     * @throws IllegalArgumentException if one cannot be used, or the key is another certificate's
     */
    public ServerIdentity read() {
        PemCertificate chain = readCertificate();
        return new ServerIdentity(chain, ServerIdentity.parseKey(read(privateKey), chain.keyAlgorithm()));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("must be a readable file, which %s is not".formatted(file), e);
        }
    }
}
