package dev.remoteassistance.contract.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.contract.edit.ContractEditList.Edit;
import dev.remoteassistance.contract.everything.EchoServer;
import dev.remoteassistance.contract.proof.GeneratedCode;
import dev.remoteassistance.contract.proof.SourceCompiler;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.everything.api.ThingsApi;
import dev.remoteassistance.everything.client.ApiClient;
import dev.remoteassistance.everything.model.Thing;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.report.ReportResource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each edit that the lint lets pass is carried. Model and server interface are generated as by the project's own build, from one
 * contract that holds what each edit touches; then documents of each go to the real server and back.
 */
@Tag("ci")
class ContractEditsTest {

    private static final String CONTRACT = "everything/everything.json";
    /** The class path has generated classes of another contract in the same packages. */
    private static final Set<String> HIDDEN =
            Set.of(Thing.class.getPackageName(), ThingsApi.class.getPackageName(), ApiClient.class.getPackageName());
    /** The lint options of contract-of-everything, without the warnings about the class path. */
    private static final List<String> LINTS = List.of("-Xlint:all,-deprecation,-serial,-path,-classfile");

    private final long seed = Long.getLong("QT_SEED", System.nanoTime());

    @TempDir
    Path folder;

    @Test
    void everyEditIsCarriedOrRefused() throws Exception {
        List<EditMatrix.Row> rows = new ArrayList<>();
        Map<String, Edit> accepted = new LinkedHashMap<>();
        for (Edit edit : ContractEditList.all()) {
            String finding = edit.finding();
            if (finding.isEmpty()) {
                accepted.put("E%03d".formatted(accepted.size()), edit);
            } else {
                rows.add(new EditMatrix.Row(edit.name(), EditMatrix.REFUSED, finding));
            }
        }
        Path classes = generated(accepted);
        Set<Class<?>> resources = EchoResources.compile(
                classes, "dev/remoteassistance/everything/api", Files.createDirectory(folder.resolve("resources")));
        List<String> lost = new ArrayList<>();
        Set<String> known = EditRun.broken(ContractEditList.unedited(), ReportResource.OPERATION);
        try (EchoServer server = new EchoServer(contract(classes), resources)) {
            for (Map.Entry<String, Edit> edit : accepted.entrySet()) {
                EditRun run = new EditRun(
                        server,
                        edit.getValue().touched(),
                        edit.getKey(),
                        folder.resolve(edit.getKey() + ".yaml"),
                        seed);
                run.run(known);
                run.faults().forEach(fault -> lost.add(edit.getValue().name() + ": " + fault));
                rows.add(new EditMatrix.Row(
                        edit.getValue().name(),
                        run.faults().isEmpty() ? EditMatrix.CARRIED : EditMatrix.LOST,
                        run.faults().isEmpty()
                                ? "%d documents came back whole, %d broken ones were refused"
                                        .formatted(run.sound(), run.refused())
                                : String.join("; ", run.faults())));
            }
        }
        EditMatrix matrix = new EditMatrix(rows);
        matrix.write(Path.of("target/contract-report"));
        System.out.printf("%s (seed %d)%n", matrix.summary(), seed);
        assertThat(lost).as("seed %d", seed).isEmpty();
        assertThat(rows).hasSameSizeAs(ContractEditList.all());
    }

    /** From these classes alone: the class path has another contract of that name. */
    private static Contract contract(Path classes) throws IOException {
        try (URLClassLoader alone =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            return Contract.load(alone, CONTRACT);
        }
    }

    private Path generated(Map<String, Edit> accepted) throws IOException {
        EditBatch batch = new EditBatch(ContractEditList.unedited());
        accepted.forEach((suffix, edit) -> batch.add(suffix, edit.touched().root()));
        ContractDocument contract = batch.contract();
        GeneratedCode code = GeneratedCode.of(Files.createDirectory(folder.resolve("generated")), List.of(contract))
                .get(0);
        Path classes = Files.createDirectory(folder.resolve("classes"));
        assertThat(new SourceCompiler(classes, HIDDEN, LINTS).compile(code.sources().stream()))
                .isEmpty();
        Path json = classes.resolve(CONTRACT);
        Files.createDirectory(json.getParent());
        new ObjectMapper().writeValue(json.toFile(), contract.root());
        return classes;
    }
}
