package dev.remoteassistance.benchmarks.testbed;

import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.report.ReportResource;

/** Finds the operation that takes reports. */
public final class ReportOperation {

    private ReportOperation() {}

    /** Returns the operation {@code reportRemoteAssistance} of the contract. */
    public static Operation find() {
        return Contract.load().operation(ReportResource.OPERATION);
    }
}
