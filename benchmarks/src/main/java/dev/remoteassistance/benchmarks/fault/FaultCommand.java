package dev.remoteassistance.benchmarks.fault;

import picocli.CommandLine.Command;

/** One command for each fault. */
@Command(
        name = "fault",
        description = {
            "Does to a real server, under load, what happens to servers, and looks whether its promises held.",
            "Everything is on loopback and in a temporary folder. Commands on PostgreSQL need tar and xz."
        },
        subcommands = {
            KillCommand.class,
            OutageCommand.class,
            DiskFullCommand.class,
            VolumeCommand.class,
            HostileCommand.class,
            FailoverCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes of each:%n",
        exitCodeList = {
            "0:every promise held",
            "1:one was broken, which is printed with the ids; or the run failed, with the reason on the error output",
            "2:wrong call, or the fault cannot be made here"
        })
public final class FaultCommand {

    private FaultCommand() {}
}
