package dev.remoteassistance.contract.option;

import picocli.CommandLine.Option;

/** What every command has. Picocli's own mixin of these two loads Groovy, which takes a fifth of the time of a command. */
public final class HelpOptions {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print version information and exit.")
    private boolean version;
}
