package dev.remoteassistance.benchmarks.fault.hostile;

import dev.remoteassistance.benchmarks.fault.report.Verdict;
import dev.remoteassistance.benchmarks.testbed.ServerEnvironment;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** An attack by a caller on a server that other callers use. */
public interface Attack {

    /** Returns the name on the command line and in names of files and databases. */
    String name();

    /** Returns a short description of the attack. */
    String description();

    /** Returns options of the server's virtual machine. */
    default List<String> javaOptions() {
        return List.of("-Xmx512m");
    }

    /** Returns the settings of the server in its own test bed. */
    default Map<String, String> settings(TestBed bed) {
        return bed.settings(ServerEnvironment.sqliteUrl(bed.folder().resolve(name() + ".db")));
    }

    /** Returns the number of connections of the innocent tenant. */
    default int innocents() {
        return 8;
    }

    /** Returns the number of blanks that make innocent reports longer. */
    default int innocentPadding() {
        return 0;
    }

    /** Starts what the attack needs, before the first measurement. */
    default void prepare(TestBed bed) {
        // Most attacks need nothing.
    }

    /**
     * Returns whether the attack ends before the innocent reports begin, so that only what it leaves behind can harm
     * them.
     */
    default boolean comesFirst() {
        return false;
    }

    /** Returns the number of concurrent attackers. */
    int attackers();

    /** Attacks, as one of the attackers, until the round is over. */
    void attack(AttackRound round) throws IOException;

    /** Judges what the innocent tenant's figures do not show. */
    default void judge(Verdict verdict) {
        // Most attacks are judged by those figures alone.
    }
}
