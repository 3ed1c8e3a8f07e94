package dev.remoteassistance.benchmarks.fault.hostile;

import dev.remoteassistance.benchmarks.fault.report.Verdict;
import dev.remoteassistance.benchmarks.testbed.ServerEnvironment;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Something bad that a caller can do to a server that others use. */
public interface Attack {

    /** What the command line calls it, and names of files and databases. */
    String name();

    /** What is done, in a few words. */
    String description();

    /** Options of the server's virtual machine. */
    default List<String> javaOptions() {
        return List.of("-Xmx512m");
    }

    /** Settings of the server, in a bed of its own. */
    default Map<String, String> settings(TestBed bed) {
        return bed.settings(ServerEnvironment.sqliteUrl(bed.folder().resolve(name() + ".db")));
    }

    /** Connections of the innocent tenant. */
    default int innocents() {
        return 8;
    }

    /** Bytes that an innocent report has beyond those that it needs. */
    default int innocentPadding() {
        return 0;
    }

    /** Starts what the attack needs, before anything is measured. */
    default void prepare(TestBed bed) {
        // Most need nothing.
    }

    /** Tells whether the attack is over before the innocent reports come, and only what it leaves behind can hurt them. */
    default boolean comesFirst() {
        return false;
    }

    /** How many attack at a time. */
    int attackers();

    /** What one of the attackers does until the round is over. */
    void attack(AttackRound round) throws IOException;

    /** Judges what the innocent tenant's figures do not tell. */
    default void judge(Verdict verdict) {
        // Most are judged by those figures alone.
    }
}
