package dev.remoteassistance.server;

import dev.remoteassistance.server.config.Conversion;
import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.config.Setting;
import dev.remoteassistance.server.config.SettingValues;
import dev.remoteassistance.server.front.tls.TlsFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads the settings of the two listeners: addresses, drain time and TLS files. */
record ListenerSettings(SettingValues settings) {

    /** A longer value is a typing error: nobody waits that long for a process to end. */
    private static final Duration MAX_DRAIN_TIME = Duration.ofMinutes(10);

    Endpoint api() {
        return endpoint(Setting.HTTP_HOST, Setting.HTTP_PORT);
    }

    Endpoint management() {
        return endpoint(Setting.MANAGEMENT_HOST, Setting.MANAGEMENT_PORT);
    }

    private Endpoint endpoint(Setting host, Setting port) {
        String name = settings.get(host, Conversion::name);
        return settings.get(port, text -> new Endpoint(name, Conversion.wholeNumber(text)));
    }

    Duration drainTime() {
        return settings.get(Setting.HTTP_DRAIN_TIME, Conversion.durationBetween(Duration.ZERO, MAX_DRAIN_TIME));
    }

    /** Returns certificate and key; empty for plain HTTP. */
    Optional<TlsFiles> tls() {
        Optional<Path> certificate = settings.find(Setting.HTTP_TLS_CERTIFICATE, Path::of);
        Optional<Path> key = settings.find(Setting.HTTP_TLS_PRIVATE_KEY, Path::of);
        if (certificate.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        TlsFiles files = new TlsFiles(
                certificate.orElseThrow(
                        () -> Setting.HTTP_TLS_CERTIFICATE.refusal("is required where a private key is set")),
                key.orElseThrow(() -> Setting.HTTP_TLS_PRIVATE_KEY.refusal("is required where a certificate is set")));
        Setting.HTTP_TLS_CERTIFICATE.accept(files::readCertificate);
        Setting.HTTP_TLS_PRIVATE_KEY.accept(files::read);
        return Optional.of(files);
    }
}
