package dev.remoteassistance.contract.plugin;

import dev.remoteassistance.contract.option.NoVerdictException;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.PactFolder;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share: the contract, its consumers, and how a build fails if there is no verdict. */
abstract class KitMojo extends AbstractMojo {

    static {
        // Hides the validator's messages about security schemes that it does not check. Its first logger reads this
        // property.
        System.setProperty("org.slf4j.simpleLogger.log.com.atlassian.oai.validator", "warn");
    }

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
            // An error of the build, not a failure of the contract: nobody knows whether the contract is good.
            throw new MojoExecutionException("No verdict: " + e.getMessage(), e);
        }
    }

    /** Runs the check of this goal. Throws if the contract does not pass it. */
    abstract void judge() throws MojoFailureException;

    /** A file's path as people type it: from the folder that the build runs in. */
    static String shortPath(File file) {
        Path here = Path.of("").toAbsolutePath();
        Path path = file.toPath().toAbsolutePath().normalize();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }

    /** What the consumers send and expect; empty without folders. */
    final List<ConsumerInteraction> interactions() {
        return pacts.stream()
                .flatMap(folder -> PactFolder.read(folder.toPath()).stream())
                .toList();
    }
}
