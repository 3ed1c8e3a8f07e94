package dev.remoteassistance.contract.proof;

import dev.remoteassistance.contract.mutant.MutantCheck;
import dev.remoteassistance.contract.mutant.SpecMutant;
import dev.remoteassistance.contract.provider.VerifiedPacts;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Generates and compiles everything against another contract, in a copy of this project, by the project's own build. */
final class CompilationCheck {

    private static final Path CONTRACT = ProjectCopy.PROJECT.relativize(VerifiedPacts.CONTRACT);
    private static final String COMPILER_SAYS = "COMPILATION ERROR";

    private final ProjectCopy copy;

    CompilationCheck(Path folder) throws IOException {
        copy = new ProjectCopy(folder);
    }

    MutantCheck asCheck() {
        return new MutantCheck("compilation", this::complaint);
    }

    private Optional<String> complaint(SpecMutant mutant) {
        return complaint(mutant.contract());
    }

    /** Returns the compiler's message; empty if everything compiles. */
    Optional<String> complaint(ContractDocument contract) {
        contract.write(copy.file(CONTRACT.toString()));
        ProjectCopy.Build build = copy.maven("test-compile");
        if (build.exit() != 0 && !build.log().contains(COMPILER_SAYS)) {
            throw new IllegalStateException("the build failed for another reason than compilation: " + build.log());
        }
        return build.exit() == 0
                ? Optional.empty()
                : build.log()
                        .lines()
                        .filter(line -> line.startsWith("[ERROR]") && line.contains(".java:"))
                        .findFirst()
                        .map(line -> line.substring(line.lastIndexOf('/') + 1));
    }
}
