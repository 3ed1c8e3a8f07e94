package dev.remoteassistance.server.config;

import java.util.List;

/** Settings with which the server must not start. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
