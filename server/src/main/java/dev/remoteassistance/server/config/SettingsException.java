package dev.remoteassistance.server.config;

import java.util.List;

/** Thrown if the server must not start with its settings. The message has a line for each problem. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String problem) {
        super(problem);
    }

    SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
