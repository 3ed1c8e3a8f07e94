package dev.remoteassistance.benchmarks.testbed;

import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.report.ReportResource;

/** The operation that takes reports, whatever others the contract has. */
public final class ReportOperation {

    private ReportOperation() {}

    public static Operation find() {
        return Contract.load().operation(ReportResource.OPERATION);
    }
}
