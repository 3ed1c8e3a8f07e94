package dev.remoteassistance.server.config;

/** Format of the log: text for people, JSON for a machine that collects logs. */
public enum LogFormat {
    TEXT,
    JSON
}
