package dev.remoteassistance.contract.plugin;

import dev.remoteassistance.contract.format.Format;
import dev.remoteassistance.contract.format.GateResult;
import dev.remoteassistance.contract.gate.Impact;
import dev.remoteassistance.contract.option.NoVerdictException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Compares the contract with an earlier version of it, and fails the build if the change can break a consumer. */
@Mojo(name = "gate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class GateMojo extends KitMojo {

    /**
     * What the contract is compared with: a file below the project; a branch, tag or commit that has the same path;
     * {@code COMMIT:PATH}; or {@code merge-base}, where this branch left the main branch of {@code origin}.
     */
    @Parameter(property = "contract-kit.against", defaultValue = "merge-base")
    private String against;

    /** Writes the verdict to a file too. */
    @Parameter(property = "contract-kit.out")
    private File out;

    /** Format of that file: text, json, markdown, github, sarif or junit. */
    @Parameter(property = "contract-kit.format", defaultValue = "text")
    private String format;

    @Parameter(defaultValue = "${project.basedir}", readonly = true)
    private File folder;

    @Override
    void judge() throws MojoFailureException {
        File file = new File(folder, against);
        GateResult result =
                GateResult.compare(shortPath(contract), file.isFile() ? shortPath(file) : against, interactions());
        Format.TEXT.write(result).lines().forEach(result.isBreaking() ? getLog()::error : getLog()::info);
        if (out != null) {
            write(form().write(result));
        }
        if (result.isBreaking()) {
            throw new MojoFailureException("The contract breaks its earlier version in %d places: see above"
                    .formatted(result.count(Impact.BREAKING)));
        }
    }

    private Format form() {
        try {
            return Format.valueOf(format.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new NoVerdictException("format: none of text, json, markdown, github, sarif, junit: " + format);
        }
    }

    private void write(String verdict) {
        try {
            Files.createDirectories(out.toPath().toAbsolutePath().getParent());
            Files.writeString(out.toPath(), verdict);
        } catch (IOException e) {
            throw new NoVerdictException("cannot write " + out);
        }
    }
}
