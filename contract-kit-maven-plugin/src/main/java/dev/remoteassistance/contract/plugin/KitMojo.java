package dev.remoteassistance.contract.plugin;

import dev.remoteassistance.contract.option.NoVerdictException;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.PactFolder;
import java.io.File;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals have in common: the contract, its consumers, and what no verdict means. */
abstract class KitMojo extends AbstractMojo {

    /** The contract: an OpenAPI file, YAML or JSON. */
    @Parameter(property = "contract-kit.contract", required = true)
    File contract;

    /** Folders of pact files. */
    @Parameter
    List<File> pacts = List.of();

    /** Leaves the goal out. */
    @Parameter(property = "contract-kit.skip", defaultValue = "false")
    boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped by contract-kit.skip");
            return;
        }
        try {
            judge();
        } catch (NoVerdictException | IllegalArgumentException | UncheckedIOException e) {
            // Not as if the contract had failed: nobody knows whether it does.
            throw new MojoExecutionException("No verdict: " + e.getMessage(), e);
        }
    }

    /** Judges the contract, and fails where it breaks what it should keep. */
    abstract void judge() throws MojoFailureException;

    /** What the consumers send and expect; empty without folders. */
    final List<ConsumerInteraction> interactions() {
        return pacts.stream()
                .flatMap(folder -> PactFolder.read(folder.toPath()).stream())
                .toList();
    }
}
