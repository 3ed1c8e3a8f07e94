package dev.remoteassistance.server.command;

import dev.remoteassistance.server.store.sql.ReportArchive;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Deletes reports that are older than an age. */
@Command(
        name = "purge",
        description = {
            "Deletes reports by their age, for good, and prints how many they were.",
            "It can run beside the server. Servers do the same by themselves if the setting store.retention is set."
        })
final class PurgeCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ArchiveOption archive;

    @Option(
            names = "--older-than",
            paramLabel = "DURATION",
            required = true,
            description = "Age by their arrival, in ISO 8601, such as P365D")
    private Duration age;

    @Override
    public void run() {
        if (age.isNegative() || age.isZero()) {
            throw new ParameterException(spec.commandLine(), "--older-than must be more than zero");
        }
        Instant before = Clock.systemUTC().instant().minus(age);
        try (ReportArchive reports = archive.open()) {
            spec.commandLine().getOut().println(reports.deleteBefore(before));
        }
        spec.commandLine().getOut().flush();
    }
}
