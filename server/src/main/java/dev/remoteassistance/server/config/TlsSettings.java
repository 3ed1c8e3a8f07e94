package dev.remoteassistance.server.config;

import dev.remoteassistance.server.front.tls.TlsFiles;
import java.util.Optional;

/** The two settings of TLS, which make sense only together. */
public final class TlsSettings {

    private TlsSettings() {}

    /** Returns the files; empty for plain HTTP. */
    public static Optional<TlsFiles> files(ServerSettings.Tls tls) {
        return tls.certificate().flatMap(certificate -> tls.privateKey().map(key -> new TlsFiles(certificate, key)));
    }

    static void requireCertificate(ServerSettings.Tls tls) {
        if (tls.certificate().isEmpty() && tls.privateKey().isPresent()) {
            throw new IllegalArgumentException("is required where a private key is set");
        }
        files(tls).ifPresent(TlsFiles::readCertificate);
    }

    static void requirePrivateKey(ServerSettings.Tls tls) {
        if (tls.privateKey().isEmpty() && tls.certificate().isPresent()) {
            throw new IllegalArgumentException("is required where a certificate is set");
        }
        files(tls).ifPresent(TlsSettings::requireKeyOfTheCertificate);
    }

    private static void requireKeyOfTheCertificate(TlsFiles files) {
        try {
            files.readCertificate();
        } catch (IllegalArgumentException broken) {
            // That setting's own check says so.
            return;
        }
        files.read();
    }
}
