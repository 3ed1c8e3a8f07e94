package dev.remoteassistance.contract.proof;

import dev.remoteassistance.api.ReportsApi;
import dev.remoteassistance.client.generated.ApiClient;
import dev.remoteassistance.contract.mutant.MutantCheck;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compiles what people wrote in server and client against the code that is generated from another contract. What they wrote in the model
 * names no generated class.
 */
final class CompilationCheck {

    private static final Class<?> MODEL = RemoteAssistanceReporting.class;
    private static final Class<?> INTERFACES = ReportsApi.class;
    private static final Class<?> CLIENT = ApiClient.class;

    private final List<Path> written = Stream.of("server", "client")
            .flatMap(module ->
                    GeneratedCode.sources(ProjectCopy.PROJECT.resolve(module).resolve("src/main/java")).stream())
            .toList();
    private final Map<ContractDocument, GeneratedCode> generated = new HashMap<>();
    private final SourceCompiler compiler;

    /**
     * Generates the code of some contracts.
     *
     * @param folder an empty folder
     */
    CompilationCheck(Path folder, List<ContractDocument> contracts) throws IOException {
        List<GeneratedCode> code = GeneratedCode.of(
                Files.createDirectory(folder.resolve("generated")),
                contracts,
                "-Dmodel.package=" + MODEL.getPackageName(),
                "-Dapi.package=" + INTERFACES.getPackageName(),
                "-Dclient.package=" + CLIENT.getPackageName());
        for (int i = 0; i < contracts.size(); i++) {
            generated.put(contracts.get(i), code.get(i));
        }
        compiler = new SourceCompiler(
                Files.createDirectory(folder.resolve("classes")),
                Set.of(MODEL.getPackageName(), INTERFACES.getPackageName(), CLIENT.getPackageName()),
                List.of("-nowarn"));
    }

    MutantCheck asCheck() {
        return new MutantCheck("compilation", mutant -> complaint(mutant.contract()));
    }

    /**
     * Returns the compiler's first message on what people wrote; empty if everything compiles.
     *
     * @param contract one of those that code was generated from
     */
    Optional<String> complaint(ContractDocument contract) {
        List<SourceCompiler.Fault> faults =
                compiler.compile(Stream.concat(written.stream(), generated.get(contract).sources().stream())).stream()
                        .filter(SourceCompiler.Fault::isError)
                        .toList();
        if (faults.stream()
                .anyMatch(fault -> fault.file().filter(written::contains).isEmpty())) {
            throw new IllegalStateException("generated code alone does not compile: " + faults);
        }
        return faults.stream().map(SourceCompiler.Fault::message).findFirst();
    }
}
