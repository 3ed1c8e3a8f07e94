package dev.remoteassistance.contract.plugin;

import dev.remoteassistance.contract.check.PactCheck;
import dev.remoteassistance.contract.ledger.Waivers;
import dev.remoteassistance.contract.option.NoVerdictException;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.File;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Compares pacts with the contract, without a server, and fails the build if the contract does not allow an interaction. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class CheckMojo extends KitMojo {

    /** Fails also for a part of the contract that no interaction exercises. */
    @Parameter(property = "contract-kit.complete", defaultValue = "false")
    private boolean complete;

    /** YAML list of parts that need not be exercised, each as cell and reason. */
    @Parameter(property = "contract-kit.waivers")
    private File waivers;

    @Override
    void judge() throws MojoFailureException {
        if (pacts.isEmpty()) {
            throw new NoVerdictException("pacts: are missing");
        }
        PactCheck check = PactCheck.of(
                ContractDocument.read(contract.toPath()),
                interactions(),
                waivers == null ? Waivers.NONE : Waivers.read(waivers.toPath()));
        boolean passed = check.isPassed(complete);
        check.text().lines().forEach(passed ? getLog()::info : getLog()::error);
        if (!passed) {
            throw new MojoFailureException("The contract and the pacts of its consumers do not agree: see above");
        }
    }
}
