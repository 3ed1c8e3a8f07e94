package dev.remoteassistance.server.config;

/** Who is to read the log: people, or a machine that gathers logs. */
public enum LogFormat {
    TEXT,
    JSON
}
